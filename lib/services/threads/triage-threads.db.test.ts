import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { categories, categoryExamples, events, messages, threads } from "@/lib/db/schema";
import type { MessageCounts, TriageChange } from "@/lib/domain/triage";
import { contextOf, makeMessage, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { UndoTriageInput } from "./schemas";
import { triageThreads } from "./triage-threads";
import { undoTriage } from "./undo-triage";

const test_ = testDatabase();
let world: World;
let foreign: World;

beforeEach(async () => {
  world = await makeWorld(test_.db);
  foreign = await makeWorld(test_.db);
});

const ctx = (member: MemberRow = world.member) => contextOf(member, test_.db);
const change = (threadIds: number[], what: TriageChange, member?: MemberRow) =>
  triageThreads(ctx(member), { threadIds, change: what });
const undo = (outcome: Awaited<ReturnType<typeof change>>, member?: MemberRow) =>
  undoTriage(ctx(member), UndoTriageInput.parse({ kind: outcome.kind, items: outcome.changed }));
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const add = async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  return (await makeThread(test_.db, { workspaceId, mailbox, campaign, lead })).thread.id;
};

test("done has an outcome for each thread, and undo brings back only those that changed", async () => {
  const [first, second] = [world.thread.id, await add()];
  await change([second], { kind: "done", on: true });

  const outcome = await change([first, second, foreign.thread.id], { kind: "done", on: true });
  expect(outcome.changed.map(({ threadId }) => threadId)).toEqual([first]);
  expect(outcome.unchanged).toEqual([
    { threadId: second, reason: "already" },
    { threadId: foreign.thread.id, reason: "not_found" },
  ]);

  expect(await undo(outcome)).toEqual({ restored: [first], left: [] });
  expect((await rowOf(first)).archivedAt).toBeNull();
  expect((await rowOf(second)).archivedAt).not.toBeNull();
  expect((await rowOf(foreign.thread.id)).archivedAt).toBeNull();
});

test("undo leaves what somebody else has changed since, and says who", async () => {
  const other = await add();
  const mine = await change([world.thread.id, other], { kind: "assignee", assigneeId: world.member.id });
  await change([other], { kind: "assignee", assigneeId: world.manager.id }, world.manager);

  expect(await undo(mine)).toEqual({
    restored: [world.thread.id],
    left: [{ threadId: other, reason: "changed_since", by: "Mia Lund" }],
  });
  expect((await rowOf(world.thread.id)).assigneeId).toBeNull();
  expect((await rowOf(other)).assigneeId).toBe(world.manager.id);
});

test("what mail has changed is left, and nobody is named for it", async () => {
  const outcome = await change([world.thread.id], { kind: "done", on: true });
  await test_.db.update(threads).set({ archivedAt: null }).where(eq(threads.id, world.thread.id));
  expect(await undo(outcome)).toEqual({
    restored: [],
    left: [{ threadId: world.thread.id, reason: "changed_since", by: null }],
  });
});

test("a thread taken back to the inbox that was answered since is not hidden again", async () => {
  const { thread } = world;
  await change([thread.id], { kind: "done", on: true });
  const reopened = await change([thread.id], { kind: "done", on: false });
  await makeMessage(test_.db, { thread, mailbox: world.mailbox }, { firstSeenAt: new Date(Date.now() + 1000) });
  expect(await undo(reopened)).toMatchObject({ restored: [], left: [{ by: null }] });
  expect((await rowOf(thread.id)).archivedAt).toBeNull();
});

test("a thread in which they have written since it was looked at is neither done nor read, however it came to be known", async () => {
  const [seen, unknown] = [world.thread, await add()];
  const messageCounts = { [seen.id]: world.messages.length };
  const come = (values: object) => makeMessage(test_.db, { thread: seen, mailbox: world.mailbox }, values);
  const arrive = async (values: object) => {
    await come({ firstSeenAt: new Date(), ...values });
    await test_.db
      .update(threads)
      .set({ messageCount: sql`message_count + 1` })
      .where(eq(threads.id, seen.id));
  };
  const ask = (kind: "done" | "read" | "important", counts: MessageCounts = messageCounts) =>
    triageThreads(ctx(), { threadIds: [seen.id, unknown], change: { kind, on: true }, messageCounts: counts });

  await arrive({ isAutomatic: true });
  await arrive({ direction: "out" });
  expect((await undo(await ask("done"))).restored).toEqual([seen.id, unknown]);
  await arrive({});

  for (const kind of ["done", "read"] as const)
    expect(await ask(kind), kind).toMatchObject({
      changed: [{ threadId: unknown }],
      unchanged: [{ threadId: seen.id, reason: "answered" }],
    });
  expect(await rowOf(seen.id)).toMatchObject({ archivedAt: null });
  expect((await ask("important")).changed).toHaveLength(2);
  expect((await ask("done", { [seen.id]: messageCounts[seen.id]! + 3 })).changed).toMatchObject([
    { threadId: seen.id },
  ]);
});

test("a mark that a colleague has taken off and set again is the colleague's", async () => {
  const ids = [world.thread.id];
  const mine = await change(ids, { kind: "important", on: true });
  await change(ids, { kind: "important", on: false }, world.manager);
  await change(ids, { kind: "important", on: true }, world.manager);
  expect(await undo(mine)).toMatchObject({ restored: [], left: [{ by: "Mia Lund" }] });
  expect((await rowOf(world.thread.id)).isImportant).toBe(true);
});

test("an undo that names a thread twice, or a year that no calendar has, is refused", () => {
  const item = { threadId: world.thread.id, before: null, after: "2026-11-18T09:00:00.000Z" };
  expect(UndoTriageInput.safeParse({ kind: "done", items: [item] }).success).toBe(true);
  expect(UndoTriageInput.safeParse({ kind: "done", items: [item, item] }).success).toBe(false);
  const before = "0000-01-01T00:00:00.000Z";
  expect(UndoTriageInput.safeParse({ kind: "done", items: [{ ...item, before }] }).success).toBe(false);
});

test("read and unread keep the very messages that were unread", async () => {
  const id = world.thread.id;
  const unread = async () =>
    (await test_.db.select().from(messages).where(eq(messages.threadId, id)))
      .filter(({ direction, readAt }) => direction === "in" && !readAt)
      .map((message) => message.id);
  const before = await unread();
  const read = await change([id], { kind: "read", on: true });
  expect(await unread()).toEqual([]);
  expect((await rowOf(id)).unreadCount).toBe(0);
  expect((await change([id], { kind: "read", on: true })).unchanged).toEqual([{ threadId: id, reason: "already" }]);

  await undo(read);
  expect(await unread()).toEqual(before);
  expect((await rowOf(id)).unreadCount).toBe(before.length);

  await change([id], { kind: "read", on: true });
  await change([id], { kind: "read", on: false });
  expect((await rowOf(id)).unreadCount).toBe(1);
});

test("unread touches no message of another thread", async () => {
  const other = await add();
  await change([world.thread.id, other], { kind: "read", on: true });
  await change([world.thread.id], { kind: "read", on: false });
  expect((await rowOf(other)).unreadCount).toBe(0);
});

test("a category of another workspace and a member of one are not found", async () => {
  const values = { workspaceId: foreign.workspaceId, name: "X", kind: "info" as const, sentiment: "neutral" as const };
  const [theirs] = await test_.db
    .insert(categories)
    .values({ ...values, position: 1 })
    .returning();
  const id = world.thread.id;
  await expect(change([id], { kind: "category", categoryId: theirs!.id })).rejects.toMatchObject({
    reason: "category",
  });
  await expect(change([id], { kind: "assignee", assigneeId: foreign.member.id })).rejects.toMatchObject({
    reason: "member",
  });
  expect(await rowOf(id)).toMatchObject({ categoryId: null, assigneeId: null });
});

test("an undo that names a member of another workspace is not believed", async () => {
  const threadId = world.thread.id;
  const items = [{ threadId, before: foreign.member.id, after: null }];
  await expect(undoTriage(ctx(), { kind: "assignee", items })).rejects.toMatchObject({ reason: "member" });
  expect((await rowOf(threadId)).assigneeId).toBeNull();
});

test("each change is in the thread's history, with who made it", async () => {
  await undo(await change([world.thread.id], { kind: "important", on: true }));
  const history = await test_.db.select().from(events).where(eq(events.threadId, world.thread.id));
  expect(history.map(({ kind, memberId }) => [kind, memberId])).toEqual([
    ["thread.important", world.member.id],
    ["thread.triage_undone", world.member.id],
  ]);
});

test("two who act on the same many threads at once both get an answer", async () => {
  const ids = [world.thread.id, await add(), await add(), await add()];
  const outcomes = await Promise.all([
    change(ids, { kind: "important", on: true }),
    change(ids.toReversed(), { kind: "important", on: true }, world.manager),
  ]);
  expect(outcomes.flatMap(({ changed }) => changed)).toHaveLength(ids.length);
});

test("a category is a person's from then on, and an undo brings back who had given it, why, and what was remembered", async () => {
  const ids = await makeCategories(test_.db, world.workspaceId);
  const id = world.thread.id;
  const answer = world.messages.at(-1)!;
  const text = "Thanks, tell me more about the halls.";
  await test_.db.update(messages).set({ visibleText: text }).where(eq(messages.id, answer.id));
  const ruled = { categoryId: ids.info, categorySource: "rule" as const, categoryBecause: "words: tell me more" };
  await test_.db.update(threads).set(ruled).where(eq(threads.id, id));
  const remembered = async () =>
    (await test_.db.select().from(categoryExamples)).map(({ messageId, categoryId }) => [messageId, categoryId]);

  await undo(await change([id], { kind: "category", categoryId: ids.interested }));
  expect(await remembered()).toEqual([]);
  expect(await rowOf(id)).toMatchObject(ruled);

  await change([id], { kind: "category", categoryId: ids.interested });
  expect(await rowOf(id)).toMatchObject({ categorySource: "person", categoryBecause: world.member.id });
  const second = await change([id], { kind: "category", categoryId: null });
  expect(await remembered()).toEqual([[answer.id, null]]);
  await undo(second);
  expect(await remembered()).toEqual([[answer.id, ids.interested]]);
  expect(await rowOf(id)).toMatchObject({ categoryId: ids.interested, categorySource: "person" });
});

test("who chooses the category that the rules gave has chosen it", async () => {
  const ids = await makeCategories(test_.db, world.workspaceId);
  const ruled = { categoryId: ids.info, categorySource: "rule" as const, categoryBecause: "words: tell me more" };
  await test_.db.update(threads).set(ruled).where(eq(threads.id, world.thread.id));

  const outcome = await change([world.thread.id], { kind: "category", categoryId: ids.info });

  expect(outcome.unchanged).toEqual([{ threadId: world.thread.id, reason: "already" }]);
  expect(await rowOf(world.thread.id)).toMatchObject({ categoryId: ids.info, categorySource: "person" });
});
