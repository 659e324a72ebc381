import { type ListView, NONE, WITHOUT_SNOOZED } from "@/lib/domain/list-view";
import type { ThreadRow } from "@/lib/domain/thread-view";
import type { ThreadFilters } from "@/lib/services/threads/schemas";

/** What decides in which lists a thread stands, as far as triage can change it. */
export type Standing = Pick<
  ThreadRow,
  | "id"
  | "kind"
  | "isAwaitingAnswer"
  | "isArchived"
  | "isImportant"
  | "unreadCount"
  | "category"
  | "assignee"
  | "snooze"
  | "reminder"
>;

/** Whether a thread belongs to a view, as the server's conditions say it. What triage does not touch counts as true. */
export function isInView(view: ListView, row: Standing, viewerId: string): boolean {
  if (row.snooze && WITHOUT_SNOOZED.includes(view)) return false;
  const isOpenLead = row.kind === "lead" && !row.isArchived;
  switch (view) {
    case "inbox":
      return isOpenLead && row.isAwaitingAnswer;
    case "unread":
      return isOpenLead && row.unreadCount > 0;
    case "mine":
      return isOpenLead && row.assignee?.id === viewerId;
    case "unassigned":
      return isOpenLead && row.isAwaitingAnswer && row.assignee === null;
    case "important":
      return row.kind !== "bulk" && !row.isArchived && row.isImportant;
    case "snoozed":
      return row.snooze !== null;
    case "reminders":
      return row.reminder !== null;
    case "done":
      return row.kind === "lead" && row.isArchived;
    case "untracked":
      return row.kind === "untracked" && !row.isArchived;
    case "open":
      return isOpenLead;
    case "all":
    case "drafts":
    case "outbox":
    case "sent":
      return true;
  }
}

/** The same for a list with its filters. What a search says of a thread only the server knows; one from the inbox looks everywhere, and any finds what is snoozed. */
export function isInList(filters: ThreadFilters, row: Standing, viewerId: string): boolean {
  const { view = "inbox", q, categoryId, assigneeId } = filters;
  const isEverywhere = view === "inbox" && Boolean(q);
  return (
    (isEverywhere || isInView(view, q && view !== "snoozed" ? { ...row, snooze: null } : row, viewerId)) &&
    (!categoryId || (row.category?.id ?? NONE) === categoryId) &&
    (!assigneeId || (row.assignee?.id ?? NONE) === assigneeId)
  );
}
