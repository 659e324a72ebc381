import type { InfiniteData } from "@tanstack/react-query";
import type { PersonView } from "@/lib/domain/person-view";
import type { CategoryView, ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import type { ThreadChange } from "@/lib/domain/thread-change";
import type { ThreadFilters } from "@/lib/services/threads/schemas";
import { isInList, type Standing } from "./list-membership";

/** What a change names by its id alone. */
export type TriageNames = { categories: CategoryView[]; team: PersonView[]; viewerId: string };

/** How a thread stands after a change. One of which nobody has written to us cannot become unread; the server decides. */
export function afterChange<Row extends Standing>(row: Row, change: ThreadChange, names: TriageNames): Row {
  switch (change.kind) {
    case "done":
      return { ...row, isArchived: change.on };
    case "important":
      return { ...row, isImportant: change.on };
    case "read":
      return { ...row, unreadCount: change.on ? 0 : Math.max(row.unreadCount, 1) };
    case "snooze":
      return { ...row, snooze: change.wanted };
    case "reminder":
      return { ...row, reminder: change.wanted };
    case "category":
      return { ...row, category: names.categories.find(({ id }) => id === change.categoryId) ?? null };
    case "assignee":
      // What is claimed and somebody's stays theirs.
      if (change.claim && row.assignee) return row;
      return { ...row, assignee: names.team.find(({ id }) => id === change.assigneeId) ?? null };
  }
}

/** Whether a change takes a thread out of a list. One that is shown though it does not belong there any more stays. */
export const leavesList = (row: Standing, change: ThreadChange, filters: ThreadFilters, names: TriageNames): boolean =>
  isInList(filters, row, names.viewerId) && !isInList(filters, afterChange(row, change, names), names.viewerId);

/** The rows of a list after a change of some of them: changed where they stand, or gone. */
export function rowsAfter(
  rows: ThreadRow[],
  threadIds: ReadonlySet<number>,
  change: ThreadChange,
  filters: ThreadFilters,
  names: TriageNames,
): ThreadRow[] {
  return rows.flatMap((row) => {
    if (!threadIds.has(row.id)) return [row];
    return leavesList(row, change, filters, names) ? [] : [afterChange(row, change, names)];
  });
}

/** A cached list after a change. Pages without such a thread stay the same object, so that nothing of them is drawn again. */
export function pagesAfter(
  list: InfiniteData<ThreadPage>,
  threadIds: ReadonlySet<number>,
  change: ThreadChange,
  filters: ThreadFilters,
  names: TriageNames,
): InfiniteData<ThreadPage> {
  const pages = list.pages.map((page) =>
    page.rows.some(({ id }) => threadIds.has(id))
      ? { ...page, rows: rowsAfter(page.rows, threadIds, change, filters, names) }
      : page,
  );
  return { ...list, pages };
}
