import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { events, members, threads } from "@/lib/db/schema";
import { claimStage, inMs, MINUTE, now } from "@/lib/testing/claim-stage";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";
import { expireClaims } from "./expire-claims";
import { markHandedOver } from "./mark-handed-over";
import { rescheduleReply } from "./reschedule-reply";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
const { rowOf, setMailbox } = claimStage(() => test_.db);
let db: Database;
beforeAll(() => {
  db = test_.db;
});

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

  expect(await expireClaims(db, inMs(100))).toEqual({ requeued: 1, unknown: 0, sent: 0 });

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

  expect(await expireClaims(db, inMs(200))).toEqual({ requeued: 0, unknown: 1, sent: 0 });

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
