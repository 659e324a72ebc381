import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { members, replies, threadReminders, threads } from "@/lib/db/schema";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { handOver } from "./hand-over";
import { takeBackHandOver } from "./take-back-hand-over";

const test_ = testDatabase();
const NOW = new Date("2026-10-20T08:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = (member = world.manager) => contextOf(member, test_.db, () => NOW);
type Values = Partial<typeof threadReminders.$inferInsert>;
async function remind(memberId: string, values: Values = {}): Promise<string> {
  const { workspaceId, thread } = world;
  const who = { workspaceId, threadId: thread.id, memberId, condition: "always" as const };
  const remindAt = new Date("2026-11-18T09:00:00Z");
  const [made] = await test_.db
    .insert(threadReminders)
    .values({ ...who, remindAt, ...values })
    .returning();
  return made!.id;
}
const whose = async (id: string) =>
  (await test_.db.select().from(threadReminders).where(eq(threadReminders.id, id)))[0]!.memberId;
const ownerOf = async () =>
  (await test_.db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]!.assigneeId;
const giveTo = (assigneeId: string) =>
  test_.db.update(threads).set({ assigneeId }).where(eq(threads.id, world.thread.id));
const theThread = () => [{ kind: "thread" as const, id: world.thread.id }];
const named = (id: string) => [{ kind: "reminder" as const, id }];

test("who leads a team hands threads over with the former owner's reminders, and takes back what that moved", async () => {
  const { member, manager, admin, thread } = world;
  await giveTo(member.id);
  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  const [reminder, snooze] = [await remind(member.id), await remind(member.id, { kind: "snooze" })];
  const own = await remind(admin.id, { kind: "snooze" });
  const items = [{ kind: "reply" as const, id: reply.id }];

  const outcome = await handOver(context(), { items, memberId: admin.id });

  expect(outcome).toEqual({
    threads: [{ threadId: thread.id, before: member.id, after: admin.id }],
    reminders: [{ id: reminder, threadId: thread.id, before: member.id, after: admin.id }],
  });
  const [row] = await test_.db.select().from(replies).where(eq(replies.id, reply.id));
  expect(row).toMatchObject({ authorId: member.id });
  expect([await whose(reminder), await whose(snooze), await whose(own)]).toEqual([admin.id, member.id, admin.id]);

  const back = await takeBackHandOver(context(), outcome);
  expect(back).toEqual({ threadIds: [thread.id], reminderIds: [reminder] });
  expect([await whose(reminder), await whose(own), await ownerOf()]).toEqual([member.id, admin.id, member.id]);

  const nobody = await handOver(context(), { items, memberId: null });
  expect(nobody).toEqual({ threads: [{ threadId: thread.id, before: member.id, after: null }], reminders: [] });
  await expect(handOver(context(member), { items, memberId: admin.id })).rejects.toMatchObject({ code: "forbidden" });
  const others = await makeWorld(test_.db);
  const foreign = context(others.manager);
  expect(await handOver(foreign, { items, memberId: others.admin.id })).toEqual({ threads: [], reminders: [] });
  const foreigner = handOver(context(manager), { items, memberId: others.admin.id });
  await expect(foreigner).rejects.toMatchObject({ code: "not_found", reason: "member" });
});

test("what the new owner had of their own stays theirs when a hand-over is taken back", async () => {
  const { member: anna, admin: ben } = world;
  await giveTo(anna.id);
  const bens = [await remind(ben.id), await remind(ben.id, { kind: "snooze" })];

  const outcome = await handOver(context(), { items: theThread(), memberId: ben.id });
  await takeBackHandOver(context(), outcome);

  expect(await ownerOf()).toBe(anna.id);
  expect(await Promise.all(bens.map(whose))).toEqual([ben.id, ben.id]);
});

test("a reminder that was handed into its thread's own lane goes back alone", async () => {
  const { manager, admin: ben } = world;
  await giveTo(ben.id);
  const [moved, bens] = [await remind(manager.id), await remind(ben.id, { kind: "snooze" })];

  const outcome = await handOver(context(), { items: named(moved), memberId: ben.id });
  expect(outcome.threads).toEqual([]);
  await takeBackHandOver(context(), outcome);

  expect([await ownerOf(), await whose(moved), await whose(bens)]).toEqual([ben.id, manager.id, ben.id]);
});

test("of several reminders of a kind the named one goes, and comes back to whom it was with", async () => {
  const { member: anna, manager, admin: ben } = world;
  await giveTo(anna.id);
  const [annas, managers] = [await remind(anna.id), await remind(manager.id)];

  const outcome = await handOver(context(), { items: named(managers), memberId: ben.id });
  expect([await whose(annas), await whose(managers), await ownerOf()]).toEqual([anna.id, ben.id, ben.id]);

  await takeBackHandOver(context(), outcome);
  expect([await whose(annas), await whose(managers), await ownerOf()]).toEqual([anna.id, manager.id, anna.id]);
});

test("nobody takes back what they have not handed over, what has gone on since, or to whom it was never", async () => {
  const { member: anna, manager, admin: ben, thread } = world;
  await giveTo(anna.id);
  const reminder = await remind(anna.id);
  const outcome = await handOver(context(), { items: theThread(), memberId: ben.id });
  const nothing = { threadIds: [], reminderIds: [] };

  await expect(takeBackHandOver(context(anna), outcome)).rejects.toMatchObject({ code: "forbidden" });
  expect(await takeBackHandOver(context(ben), outcome)).toEqual(nothing);
  const others = await makeWorld(test_.db);
  expect(await takeBackHandOver(context(others.manager), { ...outcome, threads: [] })).toEqual(nothing);
  // Ben's own was never handed on: nobody gives it to somebody else in the name of an undo.
  const own = await remind(ben.id, { kind: "snooze" });
  const claimed = { id: own, threadId: thread.id, before: manager.id, after: ben.id };
  expect(await takeBackHandOver(context(), { threads: [], reminders: [claimed] })).toEqual(nothing);

  // Anna wants it back anew, or has left.
  const anew = await remind(anna.id);
  const reminders = { threads: [], reminders: outcome.reminders };
  expect(await takeBackHandOver(context(), reminders)).toEqual(nothing);
  await test_.db.delete(threadReminders).where(eq(threadReminders.id, anew));
  await test_.db.update(members).set({ deactivatedAt: NOW }).where(eq(members.id, anna.id));
  expect(await takeBackHandOver(context(), reminders)).toEqual(nothing);
  expect([await whose(reminder), await whose(own), await ownerOf()]).toEqual([ben.id, ben.id, ben.id]);
});
