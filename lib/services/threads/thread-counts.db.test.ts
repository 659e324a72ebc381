import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { categories, drafts, replies, threadCounts, threads } from "@/lib/db/schema";
import type { ListView } from "@/lib/domain/list-view";
import type { DraftContent } from "@/lib/domain/draft";
import { COUNTED_VIEWS } from "@/lib/domain/thread-counts";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { countThreads } from "./count-threads";
import { conditionsOf } from "./list-conditions";
import { ThreadFiltersInput } from "./schemas";
import { settleThreadCounts } from "./settle-thread-counts";
import { triageThreads } from "./triage-threads";

const test_ = testDatabase();
let world: World;

beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
const add = (input: Partial<Parameters<typeof makeThread>[1]> = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...input });
};

/** What the lists themselves hold, counted row by row. */
async function counted(filters: Parameters<typeof ThreadFiltersInput.parse>[0]): Promise<number> {
  const [row] = await test_.db
    .select({ n: sql<number>`count(*)::int` })
    .from(threads)
    .where(and(...conditionsOf(ctx(), ThreadFiltersInput.parse(filters))));
  return row!.n;
}

async function expectKept(): Promise<void> {
  const counts = await countThreads(ctx());
  for (const view of COUNTED_VIEWS) {
    if (view === "trouble") continue;
    expect(counts.views[view], view).toBe(await counted({ view: view satisfies ListView }));
  }
  const { campaign, mailbox } = world;
  expect(counts.campaigns[campaign.number] ?? 0).toBe(await counted({ campaign: campaign.number }));
  expect(counts.mailboxes[mailbox.id] ?? 0).toBe(await counted({ mailboxId: mailbox.id }));
  expect(counts.categories.none ?? 0).toBe(await counted({ categoryId: "none" }));
}

async function makeCategory(name: string): Promise<string> {
  const values = { workspaceId: world.workspaceId, name, kind: "interested" as const, sentiment: "positive" as const };
  const [row] = await test_.db
    .insert(categories)
    .values({ ...values, position: 1 })
    .returning({ id: categories.id });
  return row!.id;
}

test("counts follow whatever is done with threads, and are the same before and after they are settled", async () => {
  const one = (await add()).thread.id;
  const two = (await add({ assigneeId: world.member.id, isImportant: true })).thread.id;
  await add({ messages: [{ direction: "in" }, { direction: "out" }] });
  await makeThread(test_.db, { workspaceId: world.workspaceId, mailbox: world.mailbox });
  await makeWorld(test_.db);
  await expectKept();

  const categoryId = await makeCategory("Interested");
  await triageThreads(ctx(), { threadIds: [one, two], change: { kind: "category", categoryId } });
  await triageThreads(ctx(), { threadIds: [two], change: { kind: "read", on: true } });
  await triageThreads(ctx(), { threadIds: [one], change: { kind: "done", on: true } });
  await expectKept();
  expect((await countThreads(ctx())).categories[categoryId]).toBe(1);

  const before = await countThreads(ctx());
  await test_.db.insert(threadCounts).values(Array.from({ length: 600 }, (_, index) => entry(index)));
  await settleThreadCounts(test_.db);
  expect(await countThreads(ctx())).toEqual(before);
  const left = await test_.db.select().from(threadCounts).where(eq(threadCounts.workspaceId, world.workspaceId));
  expect(left.length).toBeLessThan(40);
});

const entry = (index: number) => ({ workspaceId: world.workspaceId, list: "inbox", n: index % 2 ? 1 : -1 });

test("drafts count for their author alone", async () => {
  const { workspaceId, thread, member, manager } = world;
  const [id, content] = [crypto.randomUUID(), {} as DraftContent];
  await test_.db
    .insert(drafts)
    .values({ id, workspaceId, threadId: thread.id, authorId: manager.id, content, savedAt: new Date() });
  expect((await countThreads(contextOf(manager, test_.db))).views.drafts).toBe(1);
  expect((await countThreads(contextOf(member, test_.db))).views.drafts).toBe(0);
  await test_.db.delete(drafts).where(eq(drafts.id, id));
  expect((await countThreads(contextOf(manager, test_.db))).views.drafts).toBe(0);
});

test("threads that are deleted are counted no more", async () => {
  const bare = await add({ messages: [] });
  await expectKept();
  await test_.db.delete(threads).where(inArray(threads.id, [bare.thread.id]));
  await expectKept();
  expect(await test_.db.$count(replies)).toBe(0);
});
