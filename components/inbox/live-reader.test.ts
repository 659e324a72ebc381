import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import { threadsQuery } from "@/lib/queries/threads";
import { liveReader } from "./live-reader";
import { ownChanges } from "./own-changes";

const row = (id: number, minute: number) =>
  ({ id, listedAt: new Date(Date.UTC(2026, 10, 19, 9, minute)).toISOString() }) as ThreadRow;
const page = (...rows: ThreadRow[]): ThreadPage => ({ rows, nextCursor: null, end: null, tookMs: null });
const stops: (() => void)[] = [];
let asked: string[] = [];
let server: ThreadRow[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const ids = new URL(url, "http://app.test").searchParams.get("ids")?.split(",").map(Number);
    return Response.json(page(...server.filter(({ id }) => !ids || ids.includes(id))));
  });
});
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  vi.unstubAllGlobals();
});

/** A list that is on the screen, as far as it was read. */
async function openList(...rows: ThreadRow[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
  const { queryKey } = threadsQuery({ view: "inbox" });
  queries.setQueryData(queryKey, { pages: [page(...rows)], pageParams: [null] });
  stops.push(new InfiniteQueryObserver(queries, threadsQuery({ view: "inbox" })).subscribe(() => undefined));
  const reader = liveReader(queries);
  stops.push(reader.stop);
  return {
    queries,
    reader,
    ids: () => queries.getQueryData(queryKey)!.pages.flatMap((each) => each.rows.map(({ id }) => id)),
  };
}

test("an answer comes into the open list by asking for that thread alone", async () => {
  server = [row(3, 30), row(2, 20), row(1, 10)];
  const { reader, ids } = await openList(row(2, 20), row(1, 10));

  reader.take({ kind: "thread", threadId: 3, arrived: true });

  await expect.poll(ids).toEqual([3, 2, 1]);
  expect(asked.filter((url) => url.startsWith("/api/threads?"))).toEqual(["/api/threads?view=inbox&ids=3"]);
});

test("what changes at once is read at once, and what comes while it is read is read together", async () => {
  server = [row(9, 50), row(8, 40), row(1, 30)];
  const { reader, ids } = await openList(row(2, 20), row(1, 10));

  reader.take({ kind: "threads", threadIds: [1, 2] });
  await expect.poll(ids).toEqual([1]);
  reader.take({ kind: "thread", threadId: 8 });
  reader.take({ kind: "thread", threadId: 9 });

  await expect.poll(ids).toEqual([9, 8, 1]);
  expect(asked.filter((url) => url.includes("ids="))).toHaveLength(2);
});

test("more than can be named is read as a whole", async () => {
  server = [row(5, 50)];
  const { reader, ids } = await openList(row(2, 20));

  reader.take({ kind: "threads" });

  await expect.poll(ids).toEqual([5]);
  expect(asked).toContain("/api/threads?view=inbox");
});

test("what was read before a change from here does not come over it", async () => {
  server = [row(2, 20), row(1, 10)];
  const { queries, reader, ids } = await openList(row(2, 20), row(1, 10));

  reader.take({ kind: "thread", threadId: 2 });
  const ended = ownChanges.begin([2]);
  const { queryKey } = threadsQuery({ view: "inbox" });
  queries.setQueryData(queryKey, { pages: [page(row(1, 10))], pageParams: [null] });
  await expect.poll(() => asked.filter((url) => url.includes("ids=2")).length).toBe(1);
  await new Promise((later) => setTimeout(later, 100));
  expect(ids()).toEqual([1]);

  ended();
  server = [row(2, 30), row(1, 10)];
  reader.take({ kind: "thread", threadId: 2 });
  await expect.poll(ids).toEqual([2, 1]);
});

test("a reply that is accepted, leaves and has left within a moment is read twice: at once, and as it is in the end", async () => {
  server = [row(2, 20)];
  const { reader } = await openList(row(2, 20));
  const reads = () => asked.filter((url) => url.includes("ids=2")).length;

  reader.take({ kind: "thread", threadId: 2 });
  await expect.poll(reads).toBe(1);
  for (let state = 0; state < 4; state++) {
    await new Promise((later) => setTimeout(later, 90));
    reader.take({ kind: "thread", threadId: 2 });
  }

  await expect.poll(reads).toBe(2);
  await new Promise((later) => setTimeout(later, 300));
  expect(reads()).toBe(2);
});
