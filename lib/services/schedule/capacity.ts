import { and, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import type { DayCapacity, MailboxLane } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { Context } from "@/lib/services/context";
import { AHEAD, shownAt } from "./reply-times";

/** Longer than a day lasts in which clocks are put back. */
const DAY_MS = 26 * 3_600_000;
/** As in the list itself. */
const LONGEST_HOLD_MS = 31 * 86_400_000;

/**
 * What leaves or left from each mailbox on each day that a span touches, a day of the mailbox's own clock and counted whole. Whoever
 * wrote it counts, as it does when the machine asks. Days on which nothing does are left out.
 */
export async function capacityOf(
  { actor, db }: Context,
  lanes: Pick<MailboxLane, "id" | "timeZone" | "dailyCap">[],
  { from, to }: { from: Date; to: Date },
): Promise<DayCapacity[]> {
  const wide = { from: new Date(from.getTime() - DAY_MS), to: new Date(to.getTime() + DAY_MS) };
  // No zone's day begins within a quarter of an hour; which day it is the app's zones say, and not the database's.
  const quarter = sql<Date>`date_bin('15 minutes', ${shownAt}, 'epoch'::timestamptz)`.mapWith(replies.dueAt);
  const rows = await db
    .select({ mailboxId: replies.mailboxId, quarter, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        inArray(replies.status, [...AHEAD, "sent"]),
        lt(replies.dueAt, wide.to),
        gte(shownAt, wide.from),
        lt(shownAt, wide.to),
        or(gte(replies.dueAt, new Date(wide.from.getTime() - LONGEST_HOLD_MS)), inArray(replies.status, [...AHEAD])),
      ),
    )
    .groupBy(replies.mailboxId, quarter);
  return lanes.flatMap(({ id, timeZone, dailyCap: cap }) => {
    const first = wallTimeOf(from, timeZone).date;
    const last = wallTimeOf(new Date(to.getTime() - 1), timeZone).date;
    const used = new Map<string, number>();
    for (const row of rows) {
      if (row.mailboxId !== id) continue;
      const { date } = wallTimeOf(row.quarter, timeZone);
      if (date >= first && date <= last) used.set(date, (used.get(date) ?? 0) + row.count);
    }
    return [...used]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, count]) => ({ mailboxId: id, date, used: count, cap }));
  });
}
