import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { OpenThread } from "@/lib/domain/thread-view";
import { cacheDraft } from "./cached-draft";
import { threadKeys } from "./threads";

const draft = { draftId: "mine", content: { bodyHtml: "Hi" }, savedAt: "2026-11-18T09:51:01.000Z" };
const SAVED = draft as NonNullable<OpenThread["draft"]>;
const OPEN = { thread: { id: 7 }, draft: null } as OpenThread;
const draftIn = (queries: QueryClient) => queries.getQueryData<OpenThread>(threadKeys.thread(7))?.draft;

test("a saved draft stands in the thread that was read, until it is gone", () => {
  const queries = new QueryClient();
  queries.setQueryData(threadKeys.thread(7), OPEN);

  cacheDraft(queries, 7, SAVED);
  expect(draftIn(queries)).toEqual(SAVED);
  cacheDraft(queries, 7, null);
  expect(draftIn(queries)).toBeNull();
});

test("of a thread that nobody has read nothing is kept", () => {
  const queries = new QueryClient();

  cacheDraft(queries, 7, SAVED);

  expect(draftIn(queries)).toBeUndefined();
});

test("an answer from before the save does not take the draft away again", async () => {
  const queries = new QueryClient();
  const answers = [OPEN, OPEN, { ...OPEN, draft: SAVED }];
  const queryFn = () => Promise.resolve(answers.shift()!);
  const reading = { queryKey: threadKeys.thread(7), queryFn, retry: false };
  await queries.fetchQuery(reading);
  const before = queries.fetchQuery(reading).catch(() => undefined);

  cacheDraft(queries, 7, SAVED);
  await before;
  await expect.poll(() => answers).toEqual([]);

  expect(draftIn(queries)).toEqual(SAVED);
});
