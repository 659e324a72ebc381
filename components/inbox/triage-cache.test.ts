import { QueryClient, type QueryKey, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { OpenThread, ThreadRow } from "@/lib/domain/thread-view";
import { threadKeys, threadsQuery } from "@/lib/queries/threads";
import { messageCountsOf } from "./triage-cache";

const row = (id: number, messageCount: number) => ({ id, messageCount }) as ThreadRow;
const list = (...rows: ThreadRow[]) => ({
  pages: [{ rows, nextCursor: null, end: null, tookMs: null }],
  pageParams: [null],
});
const page = (count: number) => ({ thread: { messages: Array.from({ length: count }) } }) as OpenThread;

/** As a screen that shows what was read under a key. */
const show = (queries: QueryClient, queryKey: QueryKey) =>
  new QueryObserver(queries, { queryKey, staleTime: Infinity }).subscribe(() => undefined);

test("of each thread as many messages are known as the newest of what was read has told", () => {
  const queries = new QueryClient();
  queries.setQueryData(threadsQuery({ view: "inbox" }).queryKey, list(row(1, 3), row(2, 5)));
  queries.setQueryData(threadsQuery({ view: "all" }).queryKey, list(row(1, 2), row(4, 1)));
  queries.setQueryData(threadKeys.thread(2), page(4));
  queries.setQueryData(threadKeys.thread(3), page(6));

  expect(messageCountsOf(queries, [1, 2, 3, 9])).toEqual({ 1: 3, 2: 5, 3: 6 });
});

test("what was read ahead counts for nothing where the screen shows less", () => {
  const queries = new QueryClient();
  const shown = threadsQuery({ view: "inbox" }).queryKey;
  queries.setQueryData(shown, list(row(1, 3), row(2, 5), row(3, 1)));
  queries.setQueryData(threadsQuery({ view: "all" }).queryKey, list(row(2, 6)));
  queries.setQueryData(threadKeys.thread(1), page(4));
  queries.setQueryData(threadKeys.thread(3), page(2));
  queries.setQueryData(threadKeys.thread(4), page(7));
  queries.setQueryData([...threadKeys.thread(1), "notes"], []);
  show(queries, shown);
  show(queries, threadKeys.thread(3));

  expect(messageCountsOf(queries, [1, 2, 3, 4])).toEqual({ 1: 3, 2: 5, 3: 2, 4: 7 });
});
