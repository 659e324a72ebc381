import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, notifications, threadNotes, threads } from "@/lib/db/schema";
import type { AssigneeChange } from "@/lib/domain/triage";
import { contextOf, makeMember, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { UndoTriageInput } from "./schemas";
import { triageThreads } from "./triage-threads";
import { undoTriage } from "./undo-triage";

const test_ = testDatabase();
let world: World;
let maya: MemberRow;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  maya = await makeMember(test_.db, { workspaceId: world.workspaceId, name: "Maya Ortiz" });
});

const give = (by: MemberRow, threadIds: number[], change: Omit<AssigneeChange, "kind">) =>
  triageThreads(contextOf(by, test_.db), { threadIds, change: { kind: "assignee", ...change } });
const claim = (by: MemberRow, ...threadIds: number[]) => give(by, threadIds, { assigneeId: by.id, claim: true });
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const toldOf = (memberId: string) => test_.db.select().from(notifications).where(eq(notifications.memberId, memberId));
const add = async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  return (await makeThread(test_.db, { workspaceId, mailbox, campaign, lead })).thread.id;
};

test("of two who claim a thread at once one has it, and the other is told who", async () => {
  const { id } = world.thread;
  const outcomes = await Promise.all([claim(world.member, id), claim(maya, id)]);
  const winner = (await rowOf(id)).assigneeId === maya.id ? maya : world.member;
  expect(outcomes.flatMap(({ changed }) => changed)).toEqual([{ threadId: id, before: null, after: winner.id }]);
  expect(outcomes.flatMap(({ unchanged }) => unchanged)).toEqual([{ threadId: id, reason: "taken", by: winner.name }]);
  const claims = await test_.db
    .select()
    .from(events)
    .where(and(eq(events.threadId, id), eq(events.kind, "thread.assigned")));
  expect(claims).toMatchObject([{ memberId: winner.id, data: { to: winner.id, claim: true } }]);
});

test("a claim of many takes those that are nobody's and says who has the others; by hand any is given", async () => {
  const [free, theirs, mine] = [world.thread.id, await add(), await add()];
  await give(world.manager, [theirs], { assigneeId: maya.id });
  await claim(world.member, mine);
  const outcome = await claim(world.member, free, theirs, mine);
  expect(outcome.changed.map(({ threadId }) => threadId)).toEqual([free]);
  expect(outcome.unchanged).toEqual([
    { threadId: theirs, reason: "taken", by: "Maya Ortiz" },
    { threadId: mine, reason: "already" },
  ]);
  await give(world.member, [theirs], { assigneeId: world.member.id });
  expect((await rowOf(theirs)).assigneeId).toBe(world.member.id);
});

test("nobody claims for somebody else, and a client is given nothing", async () => {
  const { id } = world.thread;
  await expect(give(world.member, [id], { assigneeId: maya.id, claim: true })).rejects.toMatchObject({
    code: "invalid",
  });
  const client = await makeMember(test_.db, { workspaceId: world.workspaceId, role: "client" });
  await expect(give(world.manager, [id], { assigneeId: client.id })).rejects.toMatchObject({ code: "not_found" });
});

test("who is given a thread is told, and since when it is theirs is known", async () => {
  const { id } = world.thread;
  await give(world.manager, [id], { assigneeId: maya.id });
  expect((await rowOf(id)).assignedAt).not.toBeNull();
  expect(await toldOf(maya.id)).toMatchObject([{ kind: "assigned", threadId: id, byId: world.manager.id }]);
  await give(maya, [id], { assigneeId: null });
  expect(await rowOf(id)).toMatchObject({ assigneeId: null, assignedAt: null });
  await claim(world.member, id);
  expect(await toldOf(world.member.id)).toEqual([]);
});

test("what is handed over with a note has it in each thread, also after an undo", async () => {
  const [first, second] = [world.thread.id, await add()];
  const outcome = await give(world.member, [first, second], {
    assigneeId: maya.id,
    note: "I am away. Call on Tuesday.",
  });
  const notes = await test_.db.select().from(threadNotes).where(eq(threadNotes.workspaceId, world.workspaceId));
  expect(new Set(notes.map(({ threadId }) => threadId))).toEqual(new Set([first, second]));
  for (const note of notes)
    expect(note).toMatchObject({ authorId: world.member.id, text: "I am away. Call on Tuesday." });
  const told = await toldOf(maya.id);
  expect(told.every(({ kind }) => kind === "handed_over")).toBe(true);
  expect(new Map(told.map(({ threadId, subjectId }) => [threadId, subjectId]))).toEqual(
    new Map(notes.map(({ id, threadId }) => [threadId, id])),
  );

  const undo = UndoTriageInput.parse({ kind: "assignee", items: outcome.changed });
  expect(await undoTriage(contextOf(world.member, test_.db), undo)).toMatchObject({ restored: [first, second] });
  expect((await rowOf(first)).assigneeId).toBeNull();
  expect(await test_.db.$count(threadNotes, eq(threadNotes.workspaceId, world.workspaceId))).toBe(2);
});

test("a hand-over whose answer got lost writes its note once, however often it is pressed; other words are another note", async () => {
  const pressId = randomUUID();
  const [first, second] = [world.thread.id, await add()];
  const press = (note: string, by = world.member) => give(by, [first, second], { assigneeId: maya.id, note, pressId });
  await press("Call on Tuesday.");
  await press("Call on Tuesday.");
  const written = async () => {
    const rows = await test_.db.select().from(threadNotes).where(eq(threadNotes.workspaceId, world.workspaceId));
    return rows.map(({ text }) => text).toSorted();
  };
  expect(await written()).toEqual(["Call on Tuesday.", "Call on Tuesday."]);
  expect(await toldOf(maya.id)).toHaveLength(2);
  await press("Call on Friday.");
  await press("Call on Tuesday.", world.manager);
  expect(await written()).toEqual(["Call on Friday.", "Call on Friday.", ...Array(4).fill("Call on Tuesday.")]);
});
