import { NONE } from "@/lib/domain/list-view";
import type { CountedView, ThreadCounts } from "@/lib/domain/thread-counts";
import type { ThreadRow } from "@/lib/domain/thread-view";
import type { ThreadChange } from "@/lib/domain/thread-change";
import { isInView } from "./list-membership";
import { afterChange, type TriageNames } from "./triaged-rows";

const MOVED = [
  "inbox",
  "unread",
  "mine",
  "unassigned",
  "important",
  "snoozed",
  "reminders",
  "untracked",
] as const satisfies CountedView[];

/** The figures after a change of these threads; what the server keeps comes a moment later. */
export function countsAfter(
  counts: ThreadCounts,
  rows: ThreadRow[],
  change: ThreadChange,
  names: TriageNames,
): ThreadCounts {
  const after: ThreadCounts = {
    views: { ...counts.views },
    categories: { ...counts.categories },
    campaigns: { ...counts.campaigns },
    mailboxes: { ...counts.mailboxes },
  };
  for (const row of rows) {
    add(after, row, -1, names.viewerId);
    add(after, afterChange(row, change, names), 1, names.viewerId);
  }
  return after;
}

function add(counts: ThreadCounts, row: ThreadRow, by: 1 | -1, viewerId: string): void {
  for (const view of MOVED) if (isInView(view, row, viewerId)) counts.views[view] += by;
  const isWaiting = isInView("inbox", row, viewerId);
  // Without a category what waits counts, with one all that is not done.
  if (row.category ? isInView("open", row, viewerId) : isWaiting) bump(counts.categories, row.category?.id ?? NONE, by);
  if (!isWaiting) return;
  bump(counts.mailboxes, row.mailbox.id, by);
  if (row.campaign) bump(counts.campaigns, String(row.campaign.number), by);
}

const bump = (figures: Record<string, number>, key: string, by: number): void => {
  figures[key] = (figures[key] ?? 0) + by;
};
