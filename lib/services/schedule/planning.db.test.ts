import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { followUpChains, leads, mailboxes, replies, threadReminders } from "@/lib/db/schema";
import type { Move, MoveOutcome } from "@/lib/domain/schedule-item";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { moveItems } from "./move-items";
import { shiftItems } from "./shift-items";
import { spreadDay } from "./spread-day";

const test_ = testDatabase();
const NOW = new Date("2026-10-20T08:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = (member = world.member) => contextOf(member, test_.db, () => NOW);
const at = (time: string) => new Date(time);
const planned = (time: string, values: Partial<Parameters<typeof makeReply>[2]> = {}) =>
  makeReply(test_.db, world, { status: "scheduled", dueAt: at(time), scheduledAt: at(time), ...values });
const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
async function remind(values: Partial<typeof threadReminders.$inferInsert>) {
  const { workspaceId, thread, member } = world;
  const who = { workspaceId, threadId: thread.id, memberId: member.id, condition: "always" as const };
  const [made] = await test_.db
    .insert(threadReminders)
    .values({ ...who, ...values })
    .returning();
  return made!;
}
const reminderOf = async (id: string) =>
  (await test_.db.select().from(threadReminders).where(eq(threadReminders.id, id)))[0]!;
const undoOf = (outcomes: MoveOutcome[]): Move[] => outcomes.flatMap((each) => (each.ok && each.undo) || []);
const reasonsOf = (outcomes: MoveOutcome[]) => outcomes.map((each) => (each.ok ? "moved" : each.reason));

test("replies, reminders and snoozes are moved in one go, and taken back by the same verb", async () => {
  const reply = await planned("2026-11-17T09:10:00Z", { scheduledZone: "Asia/Kolkata", heldReason: "cap" });
  const reminder = await remind({ remindAt: at("2026-11-18T09:00:00Z") });
  const to = "2026-11-20T10:00:00.000Z";

  const { outcomes } = await moveItems(context(), {
    moves: [
      { kind: "reply", id: reply.id, at: to, zone: "Europe/Berlin" },
      { kind: "reminder", id: reminder.id, at: to },
    ],
  });

  expect(await rowOf(reply.id)).toMatchObject({ dueAt: at(to), scheduledZone: "Europe/Berlin", heldReason: null });
  expect(await reminderOf(reminder.id)).toMatchObject({ remindAt: at(to) });
  expect(reasonsOf(outcomes)).toEqual(["moved", "moved"]);

  await moveItems(context(), { moves: undoOf(outcomes) });
  expect(await rowOf(reply.id)).toMatchObject({
    dueAt: reply.dueAt,
    scheduledAt: reply.dueAt,
    scheduledZone: "Asia/Kolkata",
  });
  expect(await reminderOf(reminder.id)).toMatchObject({ remindAt: reminder.remindAt });
});

test("what has left, is over, is another's or stands in another workspace stays, and keeps nothing else", async () => {
  const sent = await planned("2026-10-19T09:00:00Z", { status: "sent", sentAt: NOW });
  const kept = await planned("2026-11-17T09:00:00Z", { status: "handed_over" });
  const up = await remind({ remindAt: at("2026-10-19T09:00:00Z"), firedAt: at("2026-10-19T09:00:00Z") });
  const others = await remind({ remindAt: at("2026-11-18T09:00:00Z"), memberId: world.admin.id });
  const late = await planned("2026-10-19T09:00:00Z");
  const fine = await planned("2026-11-17T09:00:00Z");
  const another = await planned("2026-11-17T09:00:00Z");
  const elsewhere = await makeReply(test_.db, await makeWorld(test_.db), { status: "scheduled" });
  const to = "2026-11-20T10:00:00.000Z";
  const move = (id: string, kind: Move["kind"] = "reply") => ({ kind, id, at: to });

  const { outcomes } = await moveItems(context(), {
    moves: [
      move(sent.id),
      move(kept.id),
      move(up.id, "reminder"),
      move(others.id, "reminder"),
      move(elsewhere.id),
      move(another.id, "snooze"),
      { ...move(fine.id), at: "2026-10-01T09:00:00Z" },
      move(late.id),
    ],
  });

  expect(reasonsOf(outcomes)).toEqual([
    "already_sent",
    "held_by_smartlead",
    "came_up",
    "not_found",
    "not_found",
    "not_found",
    "in_the_past",
    "moved",
  ]);
  // Its former time is over: taken back to it, it would leave at once.
  expect(undoOf(outcomes)).toEqual([]);
  expect(await rowOf(elsewhere.id)).toMatchObject({ dueAt: elsewhere.dueAt });
});

test("a shift keeps the hour on the lead's clock where clocks change, else on the one that it was chosen by", async () => {
  await test_.db.update(leads).set({ timeZone: "Europe/Berlin" }).where(eq(leads.id, world.lead.id));
  // 9:10 in Berlin, in summer time until 25 October.
  const reply = await planned("2026-10-23T07:10:30Z", { scheduledZone: "Asia/Kolkata" });
  const reminder = await remind({ remindAt: at("2026-10-24T07:00:00Z"), kind: "snooze" });
  const items = [
    { kind: "reply" as const, id: reply.id },
    { kind: "snooze" as const, id: reminder.id },
  ];

  const { outcomes } = await shiftItems(context(), { items, days: 3 });

  expect(await rowOf(reply.id)).toMatchObject({ dueAt: at("2026-10-26T08:10:30Z"), scheduledZone: "Europe/Berlin" });
  expect(await reminderOf(reminder.id)).toMatchObject({ remindAt: at("2026-10-27T08:00:00Z") });
  await moveItems(context(), { moves: undoOf(outcomes) });
  expect(await rowOf(reply.id)).toMatchObject({ dueAt: reply.dueAt, scheduledZone: "Asia/Kolkata" });

  await test_.db.update(leads).set({ timeZone: null }).where(eq(leads.id, world.lead.id));
  await shiftItems(context(), { items: items.slice(0, 1), days: 3 });
  expect(await rowOf(reply.id)).toMatchObject({ dueAt: at("2026-10-26T07:10:30Z") });
  expect(reasonsOf((await shiftItems(context(), { items, days: -30 })).outcomes)).toEqual([
    "in_the_past",
    "in_the_past",
  ]);
});

test("what a window has put off is shifted from the day on which it is shown, and goes back there", async () => {
  await test_.db.update(leads).set({ timeZone: "Europe/Berlin" }).where(eq(leads.id, world.lead.id));
  // Put off from a Saturday that is over to the Monday ahead.
  const values = { nextAttemptAt: at("2026-10-26T08:00:00Z"), scheduledZone: "Europe/Berlin" };
  const reply = await planned("2026-10-17T08:00:00Z", values);
  const items = [{ kind: "reply" as const, id: reply.id }];

  const { outcomes } = await shiftItems(context(), { items, days: 1 });

  expect(await rowOf(reply.id)).toMatchObject({ dueAt: at("2026-10-27T08:00:00Z"), nextAttemptAt: null });
  await moveItems(context(), { moves: undoOf(outcomes) });
  expect(await rowOf(reply.id)).toMatchObject({ dueAt: at("2026-10-26T08:00:00Z") });
});

test("follow-ups that are shifted together keep their waits, in whatever order they are named, and go back as they stood", async () => {
  const { workspaceId, member, thread } = world;
  const [chain] = await test_.db
    .insert(followUpChains)
    .values({ workspaceId, threadId: thread.id, authorId: member.id, createdAt: at("2026-10-19T09:00:00Z") })
    .returning();
  const steps = ["2026-10-22T09:10:00Z", "2026-10-29T10:10:00Z", "2026-11-05T10:10:00Z"];
  const ids: string[] = [];
  for (const [index, time] of steps.entries()) {
    const chainWait = { count: index === 0 ? 3 : 7, unit: "days" as const, time: "11:10" };
    const step = { chainId: chain!.id, chainStep: index + 1, chainWait, origin: "machine" as const };
    ids.unshift((await planned(time, { ...step, scheduledZone: "Europe/Berlin" })).id);
  }
  const times = () => Promise.all(ids.map(async (id) => (await rowOf(id)).dueAt)).then((dates) => dates.toReversed());

  const { outcomes } = await shiftItems(context(), { items: ids.map((id) => ({ kind: "reply", id })), days: 2 });

  expect(await times()).toEqual(["2026-10-24T09:10:00Z", "2026-10-31T10:10:00Z", "2026-11-07T10:10:00Z"].map(at));
  await moveItems(context(), { moves: undoOf(outcomes) });
  expect(await times()).toEqual(steps.map(at));
});

test("what is over a day's cap goes to the next days with room, the latest first and only the machine's", async () => {
  const limits = { dailyCap: 2, windowDays: [1, 2, 3, 4, 5], windowStart: "09:00", windowEnd: "17:00" };
  await test_.db
    .update(mailboxes)
    .set({ ...limits, timeZone: "UTC" })
    .where(eq(mailboxes.id, world.mailbox.id));
  const machine = { origin: "machine" as const, scheduleCondition: "if_no_reply" as const };
  const byPerson = await planned("2026-11-20T16:00:00Z");
  const first = await planned("2026-11-20T09:00:00Z", machine);
  const second = await planned("2026-11-20T10:00:00Z", machine);
  const early = await planned("2026-11-20T08:00:00Z", machine);
  const third = await planned("2026-11-20T11:00:00Z", machine);
  await planned("2026-11-23T09:30:00Z", machine);

  const { outcomes } = await spreadDay(context(), { mailboxId: world.mailbox.id, date: "2026-11-20" });

  // Friday has one too many of each kind; Monday has room for one.
  expect(reasonsOf(outcomes)).toEqual(["moved", "moved", "moved"]);
  const times = await Promise.all(
    [byPerson, early, first, second, third].map(async ({ id }) => (await rowOf(id)).dueAt),
  );
  expect(times).toEqual(
    [
      "2026-11-20T16:00:00Z",
      "2026-11-20T08:00:00Z",
      "2026-11-23T09:00:00Z",
      "2026-11-24T10:00:00Z",
      "2026-11-24T11:00:00Z",
    ].map(at),
  );
  expect(await spreadDay(context(), { mailboxId: world.mailbox.id, date: "2026-11-20" })).toEqual({ outcomes: [] });
  const foreign = (await makeWorld(test_.db)).mailbox.id;
  await expect(spreadDay(context(), { mailboxId: foreign, date: "2026-11-20" })).rejects.toMatchObject({
    code: "not_found",
  });
});
