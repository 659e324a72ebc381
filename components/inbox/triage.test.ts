import { expect, test } from "vitest";
import { COUNTED_VIEWS, type ThreadCounts } from "@/lib/domain/thread-counts";
import type { CategoryView, ThreadRow } from "@/lib/domain/thread-view";
import type { ThreadChange } from "@/lib/domain/thread-change";
import { countsAfter } from "./triaged-counts";
import { afterChange, leavesList, rowsAfter } from "./triaged-rows";
import { summaryOf, undoSummaryOf } from "./triage-summary";

const INTERESTED: CategoryView = { id: "c1", name: "Interested", kind: "interested", sentiment: "positive" };
const ME = { id: "m1", name: "Maya" };
const JONAS = { id: "m2", name: "Jonas" };
const NAMES = { categories: [INTERESTED], team: [ME, JONAS], viewerId: ME.id };

const row = (change: Partial<ThreadRow> = {}): ThreadRow =>
  ({
    id: 1,
    kind: "lead",
    isAwaitingAnswer: true,
    isArchived: false,
    isImportant: false,
    unreadCount: 1,
    category: null,
    assignee: null,
    snooze: null,
    reminder: null,
    campaign: { number: 7, name: "Nordic freight" },
    mailbox: { id: "b1", address: "maya@seller.test", colour: 1 },
    ...change,
  }) as ThreadRow;

const DONE: ThreadChange = { kind: "done", on: true };
const WANTED = { until: "2026-11-27T09:00:00.000Z", condition: "always", note: "" } as const;
const SNOOZE: ThreadChange = { kind: "snooze", wanted: WANTED };
const WAKE: ThreadChange = { kind: "snooze", wanted: null };
const TO_ME: ThreadChange = { kind: "assignee", assigneeId: ME.id };

test.each<[string, Parameters<typeof leavesList>[2], Partial<ThreadRow>, ThreadChange, boolean]>([
  ["done leaves the inbox", { view: "inbox" }, {}, DONE, true],
  ["done stays in all threads", { view: "all" }, {}, DONE, false],
  ["done stays where the outbox holds it", { view: "outbox" }, {}, DONE, false],
  ["done stays in a search of everything", { view: "inbox", q: "rebate" }, {}, DONE, false],
  ["brought back leaves done", { view: "done" }, { isArchived: true }, { kind: "done", on: false }, true],
  ["read leaves unread", { view: "unread" }, {}, { kind: "read", on: true }, true],
  ["read stays in the inbox", { view: "inbox" }, {}, { kind: "read", on: true }, false],
  [
    "unimportant leaves important",
    { view: "important" },
    { isImportant: true },
    { kind: "important", on: false },
    true,
  ],
  ["mine leaves unassigned", { view: "unassigned" }, {}, TO_ME, true],
  ["mine stays in mine", { view: "mine" }, { assignee: ME }, TO_ME, false],
  ["another's leaves mine", { view: "mine" }, { assignee: ME }, { kind: "assignee", assigneeId: JONAS.id }, true],
  [
    "a category leaves the uncategorised",
    { view: "open", categoryId: "none" },
    {},
    { kind: "category", categoryId: "c1" },
    true,
  ],
  [
    "the same category stays",
    { view: "open", categoryId: "c1" },
    { category: INTERESTED },
    { kind: "category", categoryId: "c1" },
    false,
  ],
  ["snoozed leaves the inbox", { view: "inbox" }, {}, SNOOZE, true],
  ["snoozed leaves mine", { view: "mine" }, { assignee: ME }, SNOOZE, true],
  ["snoozed stays in all threads", { view: "all" }, {}, SNOOZE, false],
  ["snoozed stays in a search of what is unread", { view: "unread", q: "rebate" }, {}, SNOOZE, false],
  ["snoozed again stays in Snoozed", { view: "snoozed" }, { snooze: WANTED }, SNOOZE, false],
  ["brought back leaves Snoozed", { view: "snoozed" }, { snooze: WANTED }, WAKE, true],
  ["a reminder leaves nothing", { view: "inbox" }, {}, { kind: "reminder", wanted: WANTED }, false],
  ["what is shown though it was read meanwhile stays", { view: "unread" }, { unreadCount: 0 }, TO_ME, false],
])("%s", (_name, filters, thread, change, leaves) => {
  expect(leavesList(row(thread), change, filters, NAMES)).toBe(leaves);
});

test("a change touches its rows alone, and names what it gives them", () => {
  const rows = [row({ id: 1 }), row({ id: 2 }), row({ id: 3 })];

  const after = rowsAfter(rows, new Set([2]), { kind: "category", categoryId: "c1" }, { view: "inbox" }, NAMES);

  expect(after.map(({ category }) => category?.name ?? null)).toEqual([null, "Interested", null]);
  expect(after[0]).toBe(rows[0]);
  expect(rowsAfter(rows, new Set([1, 3]), DONE, { view: "inbox" }, NAMES).map(({ id }) => id)).toEqual([2]);
});

test("the figures move with the threads", () => {
  const counts: ThreadCounts = {
    views: Object.fromEntries(COUNTED_VIEWS.map((view) => [view, 5])) as ThreadCounts["views"],
    categories: { none: 3 },
    campaigns: { "7": 2 },
    mailboxes: { b1: 4 },
  };

  const assigned = countsAfter(counts, [row()], TO_ME, NAMES);
  const categorised = countsAfter(counts, [row()], { kind: "category", categoryId: "c1" }, NAMES);
  const done = countsAfter(counts, [row(), row({ isArchived: true })], DONE, NAMES);

  const snoozed = countsAfter(counts, [row()], SNOOZE, NAMES);

  expect(snoozed).toMatchObject({ views: { inbox: 4, unread: 4, snoozed: 6 }, mailboxes: { b1: 3 } });
  expect(assigned.views).toMatchObject({ inbox: 5, mine: 6, unassigned: 4 });
  expect(categorised.categories).toEqual({ none: 2, c1: 1 });
  expect(done.views).toMatchObject({ inbox: 4, unread: 4, unassigned: 4, drafts: 5 });
  expect(done).toMatchObject({ campaigns: { "7": 1 }, mailboxes: { b1: 3 }, categories: { none: 2 } });
});

test("a claim shows as the viewer's only what is nobody's", () => {
  const claim: ThreadChange = { kind: "assignee", assigneeId: ME.id, claim: true };

  expect(afterChange(row({ assignee: null }), claim, NAMES).assignee).toEqual(ME);
  expect(afterChange(row({ assignee: JONAS }), claim, NAMES).assignee).toEqual(JONAS);
});

test("what was not changed is counted by its reason, over all requests", () => {
  const changed = [{ threadId: 1, before: null, after: "x" }];

  const summary = summaryOf(
    [
      { changed, unchanged: [{ threadId: 2, reason: "already" }] },
      { changed: [], unchanged: [{ threadId: 3, reason: "not_found" }] },
      { changed: [], unchanged: [{ threadId: 6, reason: "answered" }] },
      { changed: [], unchanged: [4, 5].map((threadId) => ({ threadId, reason: "taken" as const, by: "Maya" })) },
    ],
    500,
  );

  expect(summary).toEqual({ changed: 1, already: 1, missing: 1, answered: 1, taken: 2, takers: ["Maya"], failed: 500 });
});

test("an undo says by whom threads were changed since", () => {
  const left = (threadId: number, by: string | null) => ({ threadId, reason: "changed_since" as const, by });

  const summary = undoSummaryOf(
    [
      { restored: [1, 2], left: [left(3, "Jonas"), left(4, null)] },
      { restored: [5], left: [left(6, "Jonas"), { threadId: 7, reason: "not_found", by: null }] },
    ],
    0,
  );

  expect(summary).toEqual({ restored: 3, left: 3, names: ["Jonas"], missing: 1, failed: 0 });
});
