import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scheduleQuery } from "@/lib/queries/schedule";
import { liveReader } from "./live-reader";

const november = scheduleQuery({ from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" });
const read = vi.fn(async (_url: string) => Response.json({ items: [] }));
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", read);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  read.mockClear();
});
const calls = () => read.mock.calls.filter(([url]) => url.startsWith("/api/schedule?")).length;

test("an open calendar is read again at once when a thread changes, and once more for all that changes soon after", async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
  queries.setQueryData(november.queryKey, {} as never);
  const close = new QueryObserver(queries, november).subscribe(() => undefined);
  const reader = liveReader(queries);

  reader.take({ kind: "thread", threadId: 1 });
  await vi.advanceTimersByTimeAsync(100);
  expect(calls()).toBe(1);

  for (const threadId of [2, 3, 4]) {
    reader.take({ kind: "thread", threadId });
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(calls()).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(calls()).toBe(2);

  close();
  reader.take({ kind: "thread", threadId: 5 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(calls()).toBe(2);
  reader.stop();
});
