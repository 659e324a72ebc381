import { beforeEach, expect, test } from "vitest";
import { drafts, members } from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import { contextOf, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreadIds } from "./list-thread-ids";
import { listThreads } from "./list-threads";
import { refreshThread } from "./refresh-thread";

const test_ = testDatabase();
const HOUR = 3_600_000;
let world: World;

beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const rows = async (input: Parameters<typeof listThreads>[1], member: MemberRow = world.member) =>
  (await listThreads(contextOf(member, test_.db), input)).rows;
const ids = async (input: Parameters<typeof listThreads>[1], member?: MemberRow) =>
  (await rows(input, member)).map(({ id }) => id);
const add = async (input: Partial<Parameters<typeof makeThread>[1]> = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return (await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...input })).thread;
};

test("longest waiting first puts who has waited longest on top, page by page", async () => {
  const long = await add({ messages: [{ direction: "in", sentAt: ago(90) }] });
  const short = await add({ messages: [{ direction: "in", sentAt: ago(0.1) }] });
  const waiting = await ids({ sort: "waiting" });
  expect(waiting[0]).toBe(long.id);
  expect(waiting.at(-1)).toBe(short.id);
  expect((await ids({}))[0]).toBe(short.id);

  const first = await listThreads(contextOf(world.member, test_.db), { sort: "waiting", limit: 1 });
  const second = await ids({ sort: "waiting", limit: 1, cursor: first.nextCursor! });
  expect([first.rows[0]!.id, ...second]).toEqual(waiting.slice(0, 2));
});

test("a search from the inbox looks where nobody waits, and has all of it whatever order was asked for", async () => {
  for (const days of [1, 2, 3, 4, 5]) {
    const direction = days % 2 ? ("in" as const) : ("out" as const);
    await add({ messages: [{ direction, text: "zorilla", sentAt: ago(days) }] });
  }
  const found: number[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const asked = { q: "zorilla", sort: "waiting" as const, limit: 2, ...(cursor ? { cursor } : {}) };
    const page = await listThreads(contextOf(world.member, test_.db), asked);
    found.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(found).size).toBe(5);
});

test("what is done stays in sight whoever wrote it, but for mail to many", async () => {
  const stranger = { name: "Ola", address: "ola@strangers.test" };
  const { workspaceId, mailbox } = world;
  const { thread } = await makeThread(test_.db, { workspaceId, mailbox, stranger, archivedAt: ago(1) });
  expect(thread.kind).toBe("untracked");
  expect(await ids({ view: "done" })).toContain(thread.id);
});

test("a year that no calendar has is refused as input", async () => {
  await expect(rows({ from: "0000-01-01" })).rejects.toMatchObject({ name: "ZodError" });
});

test("sent holds what somebody wrote, by when; steps of a campaign are none of it", async () => {
  await add({ messages: [{ direction: "out", step: 1, sentAt: ago(1) }] });
  const older = await add({ messages: [{ direction: "in" }, { direction: "out", sentAt: ago(3) }] });
  const newer = await add({ messages: [{ direction: "out", sentAt: ago(2) }, { direction: "in" }] });
  const sent = await ids({ view: "sent" });
  expect(sent.indexOf(newer.id)).toBeLessThan(sent.indexOf(older.id));
  expect(sent).toHaveLength(3);
});

test("the outbox begins with what should have left, and says how it stands", async () => {
  const [failed, planned, done] = [await add(), await add(), await add()];
  await makeReply(test_.db, world, { threadId: planned.id, status: "scheduled", dueAt: ago(-5) });
  await makeReply(test_.db, world, { threadId: failed.id, status: "failed", dueAt: ago(5) });
  await makeReply(test_.db, world, { threadId: failed.id, status: "scheduled", dueAt: ago(-1) });
  await makeReply(test_.db, world, { threadId: done.id, status: "cancelled", dueAt: ago(5) });
  for (const { id } of [failed, planned, done]) await refreshThread(test_.db, id);

  const found = await rows({ view: "outbox" });
  expect(found.map(({ id, outbox }) => [id, outbox?.state])).toEqual([
    [failed.id, "failed"],
    [planned.id, "scheduled"],
  ]);
});

test("drafts are their author's alone, the last touched on top, with their first words", async () => {
  const { workspaceId, member, manager } = world;
  const write = (threadId: number, authorId: string, text: string, savedAt: Date) =>
    test_.db.insert(drafts).values({
      id: crypto.randomUUID(),
      workspaceId,
      threadId,
      authorId,
      content: { bodyHtml: `<p>${text}</p>` } as DraftContent,
      savedAt,
    });
  const [one, two] = [await add(), await add()];
  await write(one.id, member.id, "Hi Ana,<br>about &amp; around", ago(1));
  await write(two.id, member.id, "Later", ago(2));
  await write(two.id, manager.id, "Not yours", ago(0));

  const own = await rows({ view: "drafts" });
  expect(own.map(({ id, draft }) => [id, draft?.snippet])).toEqual([
    [one.id, "Hi Ana, about & around"],
    [two.id, "Later"],
  ]);
  expect((await rows({ view: "all" })).find(({ id }) => id === two.id)?.draft?.snippet).toBe("Later");
  expect(await ids({ view: "drafts" }, manager)).toEqual([two.id]);
  expect((await listThreadIds(contextOf(manager, test_.db), { view: "drafts" })).ids).toEqual([two.id]);
});

test("days are those of the reader's own clock, both included", async () => {
  const [tokyo] = await test_.db
    .insert(members)
    .values({
      workspaceId: world.workspaceId,
      email: "kei@acme.test",
      name: "Kei",
      role: "sdr",
      timeZone: "Asia/Tokyo",
    })
    .returning();
  const late = await add({ messages: [{ direction: "in", sentAt: new Date("2026-03-10T16:00:00Z") }] });
  const inTokyo = { view: "all", from: "2026-03-11", to: "2026-03-11" } as const;
  expect(await ids(inTokyo, tokyo)).toEqual([late.id]);
  expect(await ids(inTokyo)).toEqual([]);
  expect(await ids({ view: "all", from: "2026-03-10", to: "2026-03-10" })).toEqual([late.id]);
});

test("of given threads those come back that belong to the list", async () => {
  const answered = await add({ messages: [{ direction: "in" }, { direction: "out" }] });
  const foreign = (await makeWorld(test_.db)).thread;
  const asked = [world.thread.id, answered.id, foreign.id].join(",");
  expect(await ids({ ids: asked })).toEqual([world.thread.id]);
  expect(await listThreadIds(contextOf(world.member, test_.db), {})).toEqual({
    ids: [world.thread.id],
    messageCounts: { [world.thread.id]: world.messages.length },
    isAll: true,
  });
});

test("nobody's and without a category can be asked for by everybody", async () => {
  await add({ assigneeId: world.manager.id });
  expect(await ids({ view: "all", assigneeId: "none" })).toEqual([world.thread.id]);
  await expect(rows({ assigneeId: world.manager.id })).rejects.toMatchObject({ code: "forbidden" });
  expect(await ids({ categoryId: "none" })).toHaveLength(2);
});
