import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { replies, tasks, threadReminders, threads } from "@/lib/db/schema";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { feedReader } from "@/lib/testing/feed-reader";
import { makeReply } from "@/lib/testing/make-reply";
import { meeting } from "@/lib/testing/meeting";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { moveReminder } from "../schedule/move-reminder";
import { editTask } from "../tasks/edit-task";

const test_ = testDatabase();
const NOW = new Date("2027-03-08T10:00:00Z");
const { feedOf } = feedReader(() => test_, NOW);
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const planned = (values: Partial<Parameters<typeof makeReply>[2]>) => {
  const time = new Date("2027-03-13T08:00:00Z");
  return makeReply(test_.db, world, { status: "scheduled", scheduledAt: time, dueAt: time, ...values });
};
const startOf = async (replyId: string) =>
  (await (await feedOf(world.member))()).find(({ uid }) => uid === `reply-${replyId}@threadwell`)?.start;

test("a reply stands where it may leave, and what has failed or may have left is not still to leave", async () => {
  const nextAttemptAt = new Date("2027-03-15T08:00:00Z");
  const putOff = await planned({ nextAttemptAt });
  const kept = await planned({ smartleadLeadId: crypto.randomUUID(), dueAt: NOW, heldReason: "smartlead" });
  const gone = [await planned({ status: "failed" }), await planned({ status: "unknown" })];

  expect(await startOf(putOff.id)).toBe(nextAttemptAt.toISOString());
  expect(await startOf(kept.id)).toBe("2027-03-13T08:00:00.000Z");
  for (const { id } of gone) expect(await startOf(id)).toBeUndefined();
  expect(await test_.db.$count(replies)).toBe(4);
});

test("a reminder and a task that are moved say when they were changed", async () => {
  const { workspaceId, thread, member } = world;
  const createdAt = new Date("2027-03-01T08:00:00Z");
  const what = { workspaceId, threadId: thread.id, createdAt };
  const remindAt = new Date("2027-03-12T08:00:00Z");
  const reminders = await test_.db
    .insert(threadReminders)
    .values({ ...what, memberId: member.id, condition: "always", remindAt })
    .returning();
  const made = await test_.db
    .insert(tasks)
    .values({ ...what, assigneeId: member.id, createdById: member.id, title: "Call", dueOn: "2027-03-12" })
    .returning();
  const entries = await feedOf(member);
  const times = async () => (await entries()).map(({ uid, changed }) => [uid.split("-")[0], changed.slice(0, 10)]);
  expect(await times()).toEqual([
    ["task", "2027-03-01"],
    ["reminder", "2027-03-01"],
  ]);

  const ctx = contextOf(member, test_.db, () => NOW);
  const at = new Date("2027-03-16T08:00:00Z");
  await moveReminder(ctx, { reminderId: reminders[0]!.id, kind: "reminder", at });
  await editTask(ctx, { taskId: made[0]!.id, dueOn: "2027-03-16" });

  const today = new Date().toISOString().slice(0, 10);
  expect(await times()).toEqual([
    ["task", today],
    ["reminder", today],
  ]);
});

test("each of a daily meeting has a name of its own, over the beginning of summer time too", async () => {
  const { member, mailbox, thread } = world;
  await test_.db.update(threads).set({ assigneeId: member.id }).where(eq(threads.id, thread.id));
  // 19:30 in New York, which is on the next day in UTC until 13 March alone.
  const daily = { start: "2027-03-10T00:30:00.000Z", end: "2027-03-10T01:00:00.000Z", repeats: "FREQ=DAILY;COUNT=9" };
  const attendees = [{ name: "", address: mailbox.address, answer: "accepted" as const }];
  const invitation = meeting({ ...daily, zone: "America/New_York", attendees });
  await makeMessage(test_.db, world, { invitation, sentAt: new Date("2027-03-01T01:00:00Z") });

  const days = (await (await feedOf(member))()).map(({ uid }) => uid.split("@")[0]!.slice(-10));

  expect(days).toEqual(Array.from({ length: 9 }, (_, day) => `2027-03-${String(day + 9).padStart(2, "0")}`));
});
