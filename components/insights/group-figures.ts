import type {
  BounceCount,
  NamedBounces,
  NamedGroup,
  NamedReplies,
  ReplyCount,
} from "@/lib/domain/insights/insight-blocks";

export type GroupFigures = NamedGroup & ReplyCount & BounceCount;

/** Replies and bounces of the same groups side by side, most replies first; one without either has none of them. */
export function groupFigures(replies: NamedReplies[], bounces: NamedBounces[]): GroupFigures[] {
  const rows = new Map<string, GroupFigures>();
  for (const row of replies) rows.set(row.key, { ...row, bounces: 0, sent: 0 });
  for (const row of bounces) rows.set(row.key, { replies: 0, positive: 0, ...rows.get(row.key), ...row });
  return [...rows.values()].toSorted((a, b) => b.replies - a.replies || b.sent - a.sent);
}
