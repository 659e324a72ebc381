import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, members, tasks } from "@/lib/db/schema";
import { listNotifications } from "@/lib/services/notifications/list-notifications";
import { listTimeline } from "@/lib/services/threads/list-timeline";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addTask } from "./add-task";
import { editTask } from "./edit-task";
import { listOwnTasks } from "./list-own-tasks";
import { listThreadTasks } from "./list-thread-tasks";
import { setTaskState } from "./set-task-state";
import { tellDueTasks } from "./tell-due-tasks";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const NOTHING = { mailboxIds: [], campaignIds: [] };
const MONDAY = new Date("2026-11-23T10:00:00Z");
const as = (member: MemberRow, options?: Parameters<typeof contextOf>[3]) =>
  contextOf(member, database.db, () => MONDAY, options);
const here = () => ({ threadId: world.thread.id });
const give = (values: Partial<Parameters<typeof addTask>[1]> = {}, by = world.member) =>
  addTask(as(by), { ...here(), title: "Send the figures", dueOn: null, assigneeId: world.member.id, ...values });
const told = async (member: MemberRow) =>
  (await listNotifications(as(member), {})).notifications.map(({ kind, task }) => `${kind} ${task}`);
const tellAt = (at: string) => tellDueTasks(database.db, () => new Date(at));

test("a task given by somebody else is told of, one's own is not, and both stand in the lists by their day", async () => {
  await give({ title: "Undated" });
  await give({ title: "Late", dueOn: "2026-12-04" });
  await give({ title: "Soon", dueOn: "2026-11-27" }, world.manager);

  expect(await told(world.member)).toEqual(["task_given Soon"]);
  const own = await listOwnTasks(as(world.member));
  expect(own.map(({ title }) => title)).toEqual(["Soon", "Late", "Undated"]);
  expect(own[0]).toMatchObject({ by: { name: "Mia Lund" }, thread: { id: world.thread.id, name: "Ana Berg" } });
  expect(await listOwnTasks(as(world.manager))).toEqual([]);
  expect(await listThreadTasks(as(world.manager), here())).toHaveLength(3);
});

test("a task is ticked, opened again and taken away, and each can be taken back", async () => {
  const { taskId } = await give({}, world.manager);
  const set = (state: "open" | "done" | "removed") => setTaskState(as(world.member), { taskId, state });

  expect(await set("done")).toEqual({ before: "open" });
  expect(await listOwnTasks(as(world.member))).toEqual([]);
  expect(await listThreadTasks(as(world.member), here())).toMatchObject([{ isDone: true }]);
  const kinds = async () => (await listTimeline(as(world.member), here())).entries.map(({ kind }) => kind);
  expect(await kinds()).toEqual(expect.arrayContaining(["task_added", "task_done"]));
  expect(await set("removed")).toEqual({ before: "done" });
  expect(await listThreadTasks(as(world.member), here())).toEqual([]);
  expect(await set("done")).toEqual({ before: "removed" });
  expect(await listThreadTasks(as(world.member), here())).toMatchObject([{ isDone: true }]);
  expect(await set("open")).toEqual({ before: "done" });
  expect(await listOwnTasks(as(world.member))).toMatchObject([{ isDone: false }]);
  const rows = await database.db.select().from(events).where(eq(events.subjectId, taskId));
  expect(rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["task.added", "task.done", "task.removed", "task.reopened"]),
  );
});

test("taking away is for who gave it, who has it and who leads; others may tick it", async () => {
  const peer = await makeMember(database.db, { workspaceId: world.workspaceId });
  const { taskId } = await give();
  await expect(setTaskState(as(peer), { taskId, state: "removed" })).rejects.toMatchObject({ code: "forbidden" });

  await setTaskState(as(peer), { taskId, state: "done" });
  await setTaskState(as(world.manager), { taskId, state: "removed" });

  await expect(setTaskState(as(peer), { taskId, state: "done" })).rejects.toMatchObject({ code: "forbidden" });
});

test("a task is changed by who gave it, who has it and who leads; who is given it is told, and it can be put back", async () => {
  const peer = await makeMember(database.db, { workspaceId: world.workspaceId });
  const { taskId } = await give({ title: "Send the figures", dueOn: "2026-11-27" });

  const { before } = await editTask(as(world.member), { taskId, title: "Send all figures", assigneeId: peer.id });

  expect(before).toEqual({ title: "Send the figures", dueOn: "2026-11-27", assigneeId: world.member.id });
  expect(await told(peer)).toEqual(["task_given Send all figures"]);
  expect(await listOwnTasks(as(peer))).toMatchObject([{ title: "Send all figures", dueOn: "2026-11-27" }]);
  await editTask(as(world.manager), { taskId, ...before });
  expect(await listOwnTasks(as(world.member))).toMatchObject([{ title: before.title }]);
  await expect(editTask(as(peer), { taskId, title: "Mine" })).rejects.toMatchObject({ reason: "not_the_author" });
  const client = await makeMember(database.db, { workspaceId: world.workspaceId, role: "client" });
  await expect(editTask(as(client), { taskId, title: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(editTask(as(world.member), { taskId, assigneeId: client.id })).rejects.toMatchObject({
    reason: "assignee_out_of_sight",
  });
  const rows = await database.db.select().from(events).where(eq(events.subjectId, taskId));
  expect(rows.filter(({ kind }) => kind === "task.changed")).toHaveLength(2);
});

test("of a task that was put off its person is told again on its new day, and not before", async () => {
  const { taskId } = await give({ dueOn: "2026-11-23" }, world.manager);
  await editTask(as(world.manager), { taskId, dueOn: "2026-11-25" });

  expect(await tellAt("2026-11-24T12:00:00Z")).toBe(0);
  expect(await tellAt("2026-11-25T12:00:00Z")).toBe(1);
  await editTask(as(world.member), { taskId, dueOn: null });
  expect(await listOwnTasks(as(world.member))).toMatchObject([{ dueOn: null }]);
});

test("nobody is given a task of a thread that they do not see", async () => {
  const { workspaceId } = world;
  const ned = await makeMember(database.db, { workspaceId, seesAll: false });
  const client = await makeMember(database.db, { workspaceId, role: "client" });
  const other = await makeWorld(database.db);

  for (const { id: assigneeId } of [ned, client, other.member])
    await expect(give({ assigneeId })).rejects.toMatchObject({ reason: "assignee_out_of_sight" });
});

test("clients, other workspaces and who does not see the thread have nothing to do with its tasks", async () => {
  const client = await makeMember(database.db, { workspaceId: world.workspaceId, role: "client" });
  const other = await makeWorld(database.db);
  const { taskId } = await give();
  const task = { ...here(), title: "Mine", dueOn: null, assigneeId: world.member.id };
  const attempts = (by: ReturnType<typeof as>) => [
    () => addTask(by, task),
    () => setTaskState(by, { taskId, state: "done" }),
    () => listThreadTasks(by, here()),
  ];

  for (const attempt of [...attempts(as(client)), () => listOwnTasks(as(client))])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  for (const by of [as(other.admin), as(world.member, { scope: NOTHING })])
    for (const attempt of attempts(by)) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  expect(await listOwnTasks(as(world.member, { scope: NOTHING }))).toEqual([]);
});

test("a task is told of once, on its day, as its person's working day begins by their clock", async () => {
  await database.db
    .update(members)
    .set({ timeZone: "Asia/Tokyo", workStart: "08:30" })
    .where(eq(members.id, world.member.id));
  await give({ title: "In Tokyo", dueOn: "2026-11-25" });

  await tellAt("2026-11-24T23:29:00Z");
  expect(await told(world.member)).toEqual([]);
  await Promise.all([tellAt("2026-11-24T23:30:00Z"), tellAt("2026-11-24T23:30:00Z")]);
  await tellAt("2026-11-25T12:00:00Z");

  expect(await told(world.member)).toEqual(["task_due In Tokyo"]);
});

test("what is done, gone or due as it is given is not told of later", async () => {
  const done = await give({ title: "Done", dueOn: "2026-11-24" });
  await setTaskState(as(world.member), { ...done, state: "done" });
  const gone = await give({ title: "Gone", dueOn: "2026-11-24" });
  await setTaskState(as(world.member), { ...gone, state: "removed" });
  await give({ title: "Today", dueOn: "2026-11-23" });

  await tellAt("2026-11-26T10:00:00Z");

  expect(await told(world.member)).toEqual([]);
});

test("a task whose answer got lost is given once, however often it is saved", async () => {
  const given = { assigneeId: world.manager.id, pressId: randomUUID() };
  const { taskId } = await give(given);
  expect(await give(given)).toEqual({ taskId });
  expect(await told(world.manager)).toEqual(["task_given Send the figures"]);
  await give({ ...given, title: "Send the offer" });
  expect(await listThreadTasks(as(world.manager), here())).toHaveLength(2);
});

test("more tasks than are looked at in one go, of people whose day has not begun, keep nobody waiting", async () => {
  const { workspaceId, member, manager, thread } = world;
  const zone = (id: string, timeZone: string) =>
    database.db.update(members).set({ timeZone, workStart: "09:00" }).where(eq(members.id, id));
  await zone(manager.id, "America/Los_Angeles");
  await zone(member.id, "Europe/Berlin");
  const whose = { workspaceId, threadId: thread.id, createdById: member.id, dueOn: "2026-11-23", title: "Call" };
  await database.db.insert(tasks).values(Array.from({ length: 501 }, () => ({ ...whose, assigneeId: manager.id })));
  await database.db.insert(tasks).values({ ...whose, assigneeId: member.id, title: "Berlin" });

  expect(await tellAt("2026-11-23T08:01:00Z")).toBe(1);
  expect(await told(member)).toEqual(["task_due Berlin"]);
});
