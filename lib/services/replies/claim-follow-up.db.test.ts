import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { events, mailboxes } from "@/lib/db/schema";
import { claimStage, inMs, MINUTE, now } from "@/lib/testing/claim-stage";
import { makeMailbox, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";

const test_ = testDatabase();
const { rowOf, setMailbox } = claimStage(() => test_.db);
let db: Database;
beforeAll(() => {
  db = test_.db;
});

const FOLLOW_UP = { scheduleCondition: "if_no_reply", status: "scheduled" } as const;
const HOUR_AGO = new Date(Date.now() - 60 * MINUTE);
const answerLater = (world: World, values = {}) =>
  makeMessage(db, world, { direction: "in", sentAt: new Date(), firstSeenAt: new Date(), ...values }, world.messages);

/** A second mailbox that has a thread with the world's lead, and a follow-up from the first one, which is fresh. */
async function followUpBeside(world: World, values: Partial<typeof mailboxes.$inferInsert>) {
  await setMailbox(world, { lastSyncedAt: new Date() });
  const other = await makeMailbox(db, { workspaceId: world.workspaceId, ...values });
  await makeThread(db, { ...world, mailbox: other, messages: [{}] });
  return { other, reply: await makeReply(db, world, FOLLOW_UP) };
}

test("a follow-up is dropped when the lead has answered since it was accepted", async () => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world, FOLLOW_UP);
  await answerLater(world);

  expect(await claimReply(db, now, reply.id)).toEqual({
    kind: "stopped",
    status: "cancelled",
    reason: "lead_answered",
  });

  const kinds = (await db.select().from(events).where(eq(events.subjectId, reply.id))).map(({ kind }) => kind);
  expect(kinds).toEqual(["reply.cancelled"]);
});

test("a colleague's answer drops it too, in this thread or in another one to another mailbox", async () => {
  for (const isElsewhere of [false, true]) {
    const world = await makeWorld(db);
    const ben = { name: "Ben", address: `ben-${world.thread.id}@lead.test` };
    const reply = await makeReply(db, world, { ...FOLLOW_UP, cc: [ben] });
    const other = await makeMailbox(db, { workspaceId: world.workspaceId });
    const place = isElsewhere
      ? { ...world, ...(await makeThread(db, { ...world, mailbox: other, messages: [{}] })), mailbox: other }
      : world;
    await answerLater(place, { fromAddress: ben.address });

    expect(await claimReply(db, now, reply.id)).toMatchObject({ reason: "lead_answered" });
  }
});

test("an out-of-office, an answer from before and one of somebody else drop nothing", async () => {
  const world = await makeWorld(db);
  await setMailbox(world, { lastSyncedAt: new Date() });
  const reply = await makeReply(db, world, FOLLOW_UP);
  await answerLater(world, { isAutomatic: true, automaticReason: "out_of_office" });
  await answerLater(world, { firstSeenAt: new Date(reply.acceptedAt.getTime() - 1000) });
  const stranger = await makeThread(db, { workspaceId: world.workspaceId, mailbox: world.mailbox });
  await answerLater({ ...world, ...stranger }, { fromAddress: "una@strangers.test" });

  expect(await claimReply(db, now, reply.id)).toMatchObject({ kind: "claimed" });
});

test("a follow-up waits for a sync that is younger than its time, visibly when that takes long", async () => {
  const world = await makeWorld(db);
  await setMailbox(world, { lastSyncedAt: new Date(Date.now() - 60 * MINUTE) });
  const reply = await makeReply(db, world, FOLLOW_UP);

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "waiting_for_sync" });
  const [asked] = await db.select().from(mailboxes).where(eq(mailboxes.id, world.mailbox.id));
  expect(asked!.syncRequestedAt).toBeInstanceOf(Date);
  expect(await claimReply(db, inMs(MINUTE), reply.id)).toEqual({ kind: "held", reason: "sync_stale" });
  expect(await rowOf(reply.id)).toMatchObject({ status: "queued", heldReason: "sync_stale" });

  await setMailbox(world, { lastSyncedAt: inMs(MINUTE)() });
  expect(await claimReply(db, inMs(MINUTE), reply.id)).toMatchObject({ kind: "claimed" });
  expect(await rowOf(reply.id)).toMatchObject({ heldReason: null });
});

test("a follow-up waits for each mailbox that has a thread with the lead, and for no other", async () => {
  const world = await makeWorld(db);
  const { other, reply } = await followUpBeside(world, { lastSyncedAt: HOUR_AGO });
  const unrelated = await makeMailbox(db, { workspaceId: world.workspaceId, lastSyncedAt: HOUR_AGO });

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "waiting_for_sync" });

  const asked = await db.select().from(mailboxes).where(eq(mailboxes.workspaceId, world.workspaceId));
  const isAsked = Object.fromEntries(asked.map(({ id, syncRequestedAt }) => [id, syncRequestedAt !== null]));
  expect(isAsked).toEqual({ [world.mailbox.id]: false, [other.id]: true, [unrelated.id]: false });
  await db.update(mailboxes).set({ lastSyncedAt: new Date() }).where(eq(mailboxes.id, other.id));
  expect(await claimReply(db, now, reply.id)).toMatchObject({ kind: "claimed" });
});

test("another mailbox of the lead holds a follow-up while it fails, but not once it is disabled", async () => {
  const failing = await followUpBeside(await makeWorld(db), { lastSyncedAt: HOUR_AGO, state: "failing" });
  const disabled = await followUpBeside(await makeWorld(db), { state: "disabled", disabledAt: HOUR_AGO });

  expect(await claimReply(db, now, failing.reply.id)).toEqual({ kind: "held", reason: "sync_stale" });
  expect(await rowOf(failing.reply.id)).toMatchObject({ status: "queued", heldReason: "sync_stale" });
  expect(await claimReply(db, now, disabled.reply.id)).toMatchObject({ kind: "claimed" });
});
