import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { OpenThread, ThreadRow } from "@/lib/domain/thread-view";
import { threadKeys, threadsQuery } from "@/lib/queries/threads";
import { messageCountsOf } from "./triage-cache";

test("of each thread as many messages are known as the newest of what was read has told", () => {
  const queries = new QueryClient();
  const row = (id: number, messageCount: number) => ({ id, messageCount }) as ThreadRow;
  const list = (...rows: ThreadRow[]) => ({
    pages: [{ rows, nextCursor: null, end: null, tookMs: null }],
    pageParams: [null],
  });
  const open = (count: number) => ({ thread: { messages: Array.from({ length: count }) } }) as OpenThread;
  queries.setQueryData(threadsQuery({ view: "inbox" }).queryKey, list(row(1, 3), row(2, 5)));
  queries.setQueryData(threadsQuery({ view: "all" }).queryKey, list(row(1, 2), row(4, 1)));
  queries.setQueryData(threadKeys.thread(2), open(4));
  queries.setQueryData(threadKeys.thread(3), open(6));

  expect(messageCountsOf(queries, [1, 2, 3, 9])).toEqual({ 1: 3, 2: 5, 3: 6 });
});
