import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { blocks, events, leads, mailboxes, members, replies, threads } from "@/lib/db/schema";
import { contextOf, makeMailbox, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";
import { expireClaims } from "./expire-claims";
import { markHandedOver } from "./mark-handed-over";
import { rescheduleReply } from "./reschedule-reply";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
let db: Database;
beforeAll(() => {
  db = test_.db;
});

const MINUTE = 60_000;
const now = () => new Date();
const inMs = (ms: number) => () => new Date(Date.now() + ms);
const rowOf = async (id: string) => (await db.select().from(replies).where(eq(replies.id, id)))[0]!;
const setMailbox = (world: World, values: Partial<typeof mailboxes.$inferInsert>) =>
  db.update(mailboxes).set(values).where(eq(mailboxes.id, world.mailbox.id));
const setLead = (world: World, values: Partial<typeof leads.$inferInsert>) =>
  db.update(leads).set(values).where(eq(leads.id, world.lead.id));
const answerLater = (world: World, values = {}) =>
  makeMessage(db, world, { direction: "in", sentAt: new Date(), firstSeenAt: new Date(), ...values }, world.messages);

test("of many claimers at once exactly one wins", async () => {
  const reply = await makeReply(db, await makeWorld(db));

  const claims = await Promise.all(Array.from({ length: 8 }, () => claimReply(db, now, reply.id)));

  expect(claims.map(({ kind }) => kind).filter((kind) => kind === "claimed")).toHaveLength(1);
  expect(await rowOf(reply.id)).toMatchObject({ status: "sending", attempts: 1 });
});

test("a mailbox sends one message at a time", async () => {
  const world = await makeWorld(db);
  const [first, second] = [await makeReply(db, world), await makeReply(db, world)];

  const claims = await Promise.all([claimReply(db, now, first.id), claimReply(db, now, second.id)]);

  expect(claims.map(({ kind }) => kind).toSorted()).toEqual(["busy", "claimed"]);
});

test("nothing is claimed before it is due", async () => {
  const reply = await makeReply(db, await makeWorld(db), { status: "scheduled", dueAt: inMs(MINUTE)() });

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "idle" });
  expect(await claimReply(db, inMs(MINUTE + 1), reply.id)).toMatchObject({ kind: "claimed" });
});

test("undo and the worker compete for the same row, and the loser is told the truth", async () => {
  for (let round = 0; round < 10; round++) {
    const world = await makeWorld(db);
    const reply = await makeReply(db, world, { status: "scheduled" });
    const undo = undoReply(contextOf(world.member, db), { replyId: reply.id }).then(
      () => "undone",
      (error: { reason?: string }) => error.reason,
    );

    const [claim, told] = await Promise.all([claimReply(db, now, reply.id), undo]);

    const outcome = [claim.kind, told, (await rowOf(reply.id)).status];
    expect([
      ["claimed", "already_sending", "sending"],
      ["idle", "undone", "cancelled"],
    ]).toContainEqual(outcome);
  }
});

test("a reply that was undone and sent again at another time does not leave at the old one", async () => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world, { status: "scheduled", dueAt: inMs(1000)() });
  const tomorrow = inMs(24 * 60 * MINUTE)();
  const input = { replyId: reply.id, scheduledTime: tomorrow.toISOString(), scheduledZone: "Europe/Berlin" };

  await rescheduleReply(contextOf(world.member, db), input);

  expect(await claimReply(db, inMs(2000), reply.id)).toEqual({ kind: "idle" });
  expect(await rowOf(reply.id)).toMatchObject({ status: "scheduled", dueAt: tomorrow });
});

test("a claim that ran out without the mark goes back into the queue, and its old holder can mark no more", async () => {
  const reply = await makeReply(db, await makeWorld(db));
  const claim = await claimReply(db, now, reply.id, { leaseMs: 50 });
  const held = { replyId: reply.id, token: claim.kind === "claimed" ? claim.token : "" };

  expect(await expireClaims(db, inMs(100))).toEqual({ requeued: 1, unknown: 0 });

  await expect(markHandedOver(db, now, held)).rejects.toThrow("lost");
  expect(await rowOf(reply.id)).toMatchObject({ status: "queued", markedAt: null });
  expect(await claimReply(db, now, reply.id)).toMatchObject({ kind: "claimed" });
});

test("a claim that ran out after the mark is unknown, waits for a person, and never leaves again by itself", async () => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world);
  const claim = await claimReply(db, now, reply.id, { leaseMs: 50 });
  if (claim.kind !== "claimed") throw new Error(claim.kind);
  await markHandedOver(db, now, { replyId: reply.id, token: claim.token, leaseMs: 50 });

  expect(await expireClaims(db, inMs(200))).toEqual({ requeued: 0, unknown: 1 });

  expect(await claimReply(db, inMs(300), reply.id)).toEqual({ kind: "idle" });
  expect(await rowOf(reply.id)).toMatchObject({ status: "unknown", markedAt: expect.any(Date) });
  expect((await db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]).toMatchObject({
    troubleCount: 1,
  });
});

test("the mark is written once, by the claim's holder alone", async () => {
  const reply = await makeReply(db, await makeWorld(db));
  const claim = await claimReply(db, now, reply.id);
  const held = { replyId: reply.id, token: claim.kind === "claimed" ? claim.token : "" };

  await expect(markHandedOver(db, now, { ...held, token: crypto.randomUUID() })).rejects.toThrow();
  await markHandedOver(db, now, held);
  await expect(markHandedOver(db, now, held)).rejects.toThrow();
});

const FOLLOW_UP = { scheduleCondition: "if_no_reply", status: "scheduled" } as const;

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

/** A second mailbox that has a thread with the world's lead, and a follow-up from the first one, which is fresh. */
async function followUpBeside(world: World, values: Partial<typeof mailboxes.$inferInsert>) {
  await setMailbox(world, { lastSyncedAt: new Date() });
  const other = await makeMailbox(db, { workspaceId: world.workspaceId, ...values });
  await makeThread(db, { ...world, mailbox: other, messages: [{}] });
  return { other, reply: await makeReply(db, world, FOLLOW_UP) };
}
const HOUR_AGO = new Date(Date.now() - 60 * MINUTE);

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

test("a disabled mailbox holds its replies, and they leave from it when it is back", async () => {
  const world = await makeWorld(db);
  await setMailbox(world, { state: "disabled", disabledAt: new Date() });
  const reply = await makeReply(db, world);

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "held", reason: "mailbox_disconnected" });
  await claimReply(db, now, reply.id);
  expect(await db.select().from(events).where(eq(events.subjectId, reply.id))).toHaveLength(1);

  await setMailbox(world, { state: "connected", disabledAt: null });
  expect(await claimReply(db, now, reply.id)).toMatchObject({
    kind: "claimed",
    reply: { mailboxId: world.mailbox.id },
  });
});

test("a machine's send to somebody who must not be written to is cancelled, a person's leaves", async () => {
  const world = await makeWorld(db);
  await setLead(world, { unsubscribedAt: new Date(Date.now() - 60 * MINUTE) });
  const [step, ordered] = [await makeReply(db, world, { origin: "machine" }), await makeReply(db, world)];

  expect(await claimReply(db, now, step.id)).toMatchObject({ kind: "stopped", reason: "lead_unsubscribed" });
  expect(await claimReply(db, now, ordered.id)).toMatchObject({ kind: "claimed" });
});

test("window, cap and gap put off what the machine sends by itself, and nothing that a person ordered", async () => {
  const world = await makeWorld(db);
  const noon = new Date("2026-11-19T12:00:00Z");
  const dueAt = new Date(noon.getTime() - MINUTE);
  await setMailbox(world, { timeZone: "UTC", dailyCap: 1, windowDays: [4], windowStart: "09:00", windowEnd: "17:00" });
  const due = { acceptedAt: dueAt, dueAt };
  await makeReply(db, world, { ...due, status: "sent", sentAt: dueAt });
  const [step, ordered] = [
    await makeReply(db, world, { ...due, origin: "machine" }),
    await makeReply(db, world, { ...due, scheduleCondition: "always" }),
  ];
  const nextThursday = new Date("2026-11-26T09:00:00Z");

  expect(await claimReply(db, () => noon, step.id)).toEqual({ kind: "later", until: nextThursday });
  expect(await rowOf(step.id)).toMatchObject({ status: "queued", heldReason: "cap", nextAttemptAt: nextThursday });
  expect(await claimReply(db, () => noon, step.id)).toEqual({ kind: "idle" });
  expect(await claimReply(db, () => noon, ordered.id)).toMatchObject({ kind: "claimed" });
});

test("what may have left counts for cap and gap as what has", async () => {
  const world = await makeWorld(db);
  const noon = new Date("2026-11-19T12:00:00Z");
  const due = { acceptedAt: new Date(noon.getTime() - MINUTE), dueAt: new Date(noon.getTime() - MINUTE) };
  await setMailbox(world, { timeZone: "UTC", minimumGap: 600 });
  await makeReply(db, world, { ...due, status: "unknown", markedAt: due.dueAt });
  const step = await makeReply(db, world, { ...due, origin: "machine" });
  const until = (iso: string) => ({ kind: "later", until: new Date(iso) });

  expect(await claimReply(db, () => noon, step.id)).toEqual(until("2026-11-19T12:09:00Z"));

  await setMailbox(world, { dailyCap: 1 });
  expect(await claimReply(db, () => new Date("2026-11-19T12:09:00Z"), step.id)).toEqual(until("2026-11-20T00:00:00Z"));
});

test("what is late after a standstill is the machine's, whatever its author knew, and its words are kept", async () => {
  const world = await makeWorld(db);
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
  await setLead(world, { doNotContactAt: minutesAgo(240) });
  const late = await makeReply(db, world, { acceptedAt: minutesAgo(180), dueAt: minutesAgo(61) });
  const inTime = await makeReply(db, world, { acceptedAt: minutesAgo(180), dueAt: minutesAgo(59) });

  expect(await claimReply(db, now, late.id)).toMatchObject({ kind: "stopped", reason: "lead_do_not_contact" });
  expect(await rowOf(late.id)).toMatchObject({ status: "cancelled", bodyHtml: late.bodyHtml });
  expect(await claimReply(db, now, inTime.id)).toMatchObject({ kind: "claimed" });
});

test("a recipient who was blocked since, in Bcc too, stops the reply", async () => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world, { bcc: [{ name: "", address: "boss@rival.test" }] });
  await db.insert(blocks).values({ workspaceId: world.workspaceId, kind: "domain", value: "rival.test" });

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "stopped", status: "failed", reason: "blocked" });
});

test.each([
  ["the hour that comes twice in Berlin, its second pass", "2027-10-31T02:30:00+01:00", "2027-10-31T01:30:00.000Z"],
  ["the morning after New York springs forward", "2027-03-14T03:00:00-04:00", "2027-03-14T07:00:00.000Z"],
])("a time is an instant, whatever the clocks do: %s", async (_case, scheduledTime, instant) => {
  const world = await makeWorld(db);
  const reply = await makeReply(db, world, { status: "scheduled", dueAt: inMs(MINUTE)() });
  await db.update(members).set({ timeZone: "Asia/Tokyo" }).where(eq(members.id, world.member.id));
  const due = new Date(instant);

  await rescheduleReply(contextOf(world.member, db), {
    replyId: reply.id,
    scheduledTime,
    scheduledZone: "Europe/Berlin",
  });

  expect(await rowOf(reply.id)).toMatchObject({ scheduledAt: due, scheduledZone: "Europe/Berlin" });
  expect(await claimReply(db, () => new Date(due.getTime() - 1), reply.id)).toEqual({ kind: "idle" });
  await setMailbox(world, { lastSyncedAt: due });
  expect(await claimReply(db, () => due, reply.id)).toMatchObject({ kind: "claimed" });
});
