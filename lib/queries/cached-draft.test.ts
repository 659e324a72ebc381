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

test("the lists that have the thread show what was saved last, and no others are drawn again", () => {
  const queries = new QueryClient();
  const row = (id: number) => ({ id, draft: null });
  const [has, other] = [
    [...threadKeys.lists, { view: "inbox" }],
    [...threadKeys.lists, { view: "done" }],
  ];
  queries.setQueryData(has, { pages: [{ rows: [row(6), row(7)] }], pageParams: [null] });
  queries.setQueryData(other, { pages: [{ rows: [row(6)] }], pageParams: [null] });
  const before = queries.getQueryData(other);
  const shown = () => (queries.getQueryData(has) as { pages: { rows: unknown[] }[] }).pages[0]!.rows;

  cacheDraft(queries, 7, SAVED);
  expect(shown()).toEqual([row(6), { id: 7, draft: { snippet: "Hi" } }]);
  const saved = queries.getQueryData(has);
  cacheDraft(queries, 7, SAVED);
  expect(queries.getQueryData(has)).toBe(saved);
  cacheDraft(queries, 7, null);

  expect(shown()).toEqual([row(6), row(7)]);
  expect(queries.getQueryData(other)).toBe(before);
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
