import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, members, threadReminders, threads } from "@/lib/db/schema";
import { fireDueReminders } from "@/lib/services/reminders/fire-reminder";
import { listDueReminders } from "@/lib/services/reminders/list-due-reminders";
import { remindOfThreads } from "@/lib/services/reminders/remind-of-threads";
import { snoozeThreads } from "@/lib/services/reminders/snooze-threads";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf, makeMember, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { deactivateMember } from "./deactivate-member";
import { getMemberLeaving } from "./get-member-leaving";

const test_ = useTestDatabase();
let world: World;
/** Done until he is reminded, of nobody, and of a colleague; one that he has snoozed in his own list. */
let own: number, nobodys: number, colleagues: number, snoozed: number;

const started = Date.now();
const inDays = (days: number) => new Date(started + days * 86_400_000);
const as = (member: MemberRow, days = 0) => contextOf(member, test_.db, () => inDays(days));
const due = async (member: MemberRow) => (await listDueReminders(as(member))).map(({ threadId }) => threadId);
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const leave = (threadsTo: string) => deactivateMember(as(world.admin, 1), { memberId: world.member.id, threadsTo });
const fire = () => fireDueReminders(test_.db, () => inDays(4));

beforeEach(async () => {
  world = await makeWorld(test_.db);
  const { workspaceId, mailbox, lead, campaign, member, manager } = world;
  const add = async (assigneeId: string | null) =>
    (await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, assigneeId })).thread.id;
  [own, nobodys, colleagues, snoozed] = [
    await add(member.id),
    await add(null),
    await add(manager.id),
    await add(manager.id),
  ];
  const wanted = { until: inDays(3).toISOString(), condition: "always" as const };
  await remindOfThreads(as(member), { threadIds: [own, nobodys, colleagues], ...wanted, note: "" });
  await snoozeThreads(as(member), { threadIds: [snoozed], ...wanted });
  await triageThreads(as(member), { threadIds: [own, nobodys], change: { kind: "done", on: true } });
});

test("what somebody wanted to be reminded of goes to who takes over, with their thread where it was theirs", async () => {
  const { admin, member, manager } = world;
  const left = await getMemberLeaving(as(admin), { memberId: member.id });
  expect(left).toMatchObject({ threads: 1, reminders: 3 });

  expect((await leave(manager.id)).handedOver).toBe(1);
  await fire();

  expect(new Set(await due(manager))).toEqual(new Set([own, nobodys, colleagues]));
  expect(await rowOf(own)).toMatchObject({ archivedAt: null, assigneeId: manager.id });
  expect(await rowOf(nobodys)).toMatchObject({ archivedAt: null, assigneeId: null });
  const isOpen = and(eq(threadReminders.memberId, member.id), isNull(threadReminders.closedAt));
  expect(await test_.db.$count(threadReminders, isOpen)).toBe(0);
});

test("it ends where nobody takes over, or who does cannot see the thread: nothing comes back to nobody", async () => {
  const { workspaceId, member } = world;
  const narrowed = await makeMember(test_.db, { workspaceId, name: "Nia", seesAll: false });

  await leave(narrowed.id);
  await fire();

  expect(await due(narrowed)).toEqual([own]);
  expect((await rowOf(nobodys)).archivedAt).not.toBeNull();
  const ended = await test_.db.select().from(events).where(eq(events.kind, "reminder.ended"));
  const ofThem = ended.filter((event) => event.workspaceId === workspaceId);
  expect(new Set(ofThem.map(({ threadId }) => threadId))).toEqual(new Set([nobodys, colleagues, snoozed]));
  expect(ofThem[0]).toMatchObject({ data: { reason: "member_left" } });
  expect(await due(member)).toEqual([]);
});

test("nobody named: all of it ends, and what is done stays done", async () => {
  await leave("stay");
  expect(await fire()).toBe(0);

  for (const id of [own, nobodys]) expect((await rowOf(id)).archivedAt).not.toBeNull();
  expect(await due(world.member)).toEqual([]);
});

test("a reminder of somebody who has left before brings nothing back, and is not looked at again", async () => {
  await test_.db
    .update(members)
    .set({ deactivatedAt: inDays(1) })
    .where(eq(members.id, world.member.id));

  expect(await fire()).toBe(0);

  expect((await rowOf(own)).archivedAt).not.toBeNull();
  const isOpen = and(eq(threadReminders.threadId, own), isNull(threadReminders.closedAt));
  expect(await test_.db.$count(threadReminders, isOpen)).toBe(0);
});

test("who cannot take threads cannot take reminders either", async () => {
  await test_.db.update(threads).set({ assigneeId: null }).where(eq(threads.id, own));
  const elsewhere = await makeWorld(test_.db);

  await expect(leave(elsewhere.member.id)).rejects.toMatchObject({ code: "not_found", reason: "member" });
});
