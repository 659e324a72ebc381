import { beforeEach, expect, test } from "vitest";
import { tasks } from "@/lib/db/schema";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addTask } from "../tasks/add-task";
import { listOwnTasks } from "../tasks/list-own-tasks";
import { setTaskState } from "../tasks/set-task-state";
import { listSchedule } from "./list-schedule";
import { moveItems } from "./move-items";
import { shiftItems } from "./shift-items";
import { teamLoad } from "./team-load";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const NOW = new Date("2026-11-18T12:00:00Z");
const WEEK = { from: "2026-11-16T00:00:00Z", to: "2026-11-23T00:00:00Z" };
const as = (member: MemberRow) => contextOf(member, database.db, () => NOW);
const give = (dueOn: string | null, values: { title?: string; assigneeId?: string } = {}) =>
  addTask(as(world.manager), {
    threadId: world.thread.id,
    title: "Call them",
    assigneeId: world.member.id,
    dueOn,
    ...values,
  });
const tasksOf = async (member: MemberRow, narrowed = {}) =>
  (await listSchedule(as(member), { ...WEEK, ...narrowed })).items.filter(({ kind }) => kind === "task");

test("open tasks stand on their days, as their person's, for everybody who sees their threads", async () => {
  await give("2026-11-20");
  await give("2026-11-23", { title: "Next week" });
  await give(null, { title: "Undated" });
  const { taskId } = await give("2026-11-19", { title: "Done already" });
  await setTaskState(as(world.member), { taskId, state: "done" });
  const peer = await makeMember(database.db, { workspaceId: world.workspaceId });

  expect(await tasksOf(world.member)).toMatchObject([
    {
      at: "2026-11-20T00:00:00.000Z",
      isAllDay: true,
      words: "Call them",
      name: "Ana Berg",
      person: { id: world.member.id },
      task: { mayChange: true },
    },
  ]);
  expect(await tasksOf(peer)).toMatchObject([{ words: "Call them", task: { mayChange: false } }]);
  expect(await tasksOf(world.manager, { memberId: world.manager.id })).toEqual([]);
  const blind = contextOf(peer, database.db, () => NOW, { scope: { mailboxIds: [], campaignIds: [] } });
  expect((await listSchedule(blind, WEEK)).items).toEqual([]);
});

test("a task is given another day, and taken back to one that is over", async () => {
  const { taskId: id } = await give("2026-11-17");
  const days = async () => (await listOwnTasks(as(world.member))).map(({ dueOn }) => dueOn);

  const { outcomes } = await shiftItems(as(world.member), { items: [{ kind: "task", id }], days: 3 });

  expect(outcomes).toMatchObject([{ ok: true, at: "2026-11-20T00:00:00.000Z" }]);
  expect(await days()).toEqual(["2026-11-20"]);
  await moveItems(as(world.member), { moves: outcomes.flatMap((each) => (each.ok && each.undo ? [each.undo] : [])) });
  expect(await days()).toEqual(["2026-11-17"]);
});

test("who neither has nor gave a task moves it nowhere, and what is done is gone", async () => {
  const { taskId: id } = await give("2026-11-20");
  const peer = await makeMember(database.db, { workspaceId: world.workspaceId });
  const move = (member: MemberRow) =>
    moveItems(as(member), { moves: [{ kind: "task", id, at: "2026-11-21T00:00:00Z" }] });

  expect((await move(peer)).outcomes).toMatchObject([{ ok: false, reason: "not_the_author" }]);
  await setTaskState(as(world.member), { taskId: id, state: "done" });
  expect((await move(world.member)).outcomes).toMatchObject([{ ok: false, reason: "not_found" }]);
});

test("a task whose day is over needs its person, and whom it is looked at for, until it is done", async () => {
  const { taskId } = await give("2026-11-02", { title: "Call back" });
  await give("2026-11-18", { title: "Due today" });
  const late = async (member: MemberRow, narrowed = {}) =>
    (await listSchedule(as(member), { ...WEEK, ...narrowed })).trouble.map(({ words }) => words);

  expect(await late(world.member)).toEqual(["Call back"]);
  expect(await late(world.manager)).toEqual([]);
  expect(await late(world.manager, { memberId: world.member.id })).toEqual(["Call back"]);
  await setTaskState(as(world.member), { taskId, state: "done" });
  expect(await late(world.member)).toEqual([]);
});

test("late tasks have a bound of their own, the longest late first, and push no reply out", async () => {
  const { db } = database;
  const { id: replyId } = await makeReply(db, world, { status: "failed" });
  const late = (dueOn: string) => ({
    workspaceId: world.workspaceId,
    threadId: world.thread.id,
    assigneeId: world.member.id,
    createdById: world.manager.id,
    title: "Call them",
    dueOn,
  });
  const needs = async () => {
    const { trouble, isWhole } = await listSchedule(as(world.member), WEEK);
    return { isWhole, reply: trouble[0]?.id, tasks: trouble.filter(({ kind }) => kind === "task") };
  };

  await db.insert(tasks).values(Array.from({ length: 100 }, () => late("2026-11-02")));
  expect(await needs()).toMatchObject({ isWhole: true, reply: replyId, tasks: { length: 100 } });

  await db.insert(tasks).values(late("2026-10-01"));
  const { tasks: shown, ...most } = await needs();
  expect(most).toEqual({ isWhole: false, reply: replyId });
  expect([shown.length, shown[0]?.at]).toEqual([100, "2026-10-01T00:00:00.000Z"]);
});

test("a lead of the team sees on which days whose tasks are due", async () => {
  await give("2026-11-20");
  await give("2026-11-20", { title: "And write" });
  const { people } = await teamLoad(as(world.manager), WEEK);
  expect(people.find(({ person }) => person.id === world.member.id)?.days).toMatchObject([
    { date: "2026-11-20", tasks: 2, leaving: 0 },
  ]);
});
