import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { replies, type mailboxes } from "@/lib/db/schema";
import { dayStart } from "@/lib/domain/next-machine-send";
import type { SendTimes } from "@/lib/domain/send-times";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { Context } from "@/lib/services/context";

/** How many replies leave from a mailbox, or have left, on today and each later day of its own clock; days without any are left out. */
export async function plannedByDay(
  { db, now }: Context,
  { id, timeZone }: typeof mailboxes.$inferSelect,
  cap: number,
): Promise<SendTimes["capacity"]> {
  const leaves = sql`coalesce(${replies.sentAt}, ${replies.dueAt})`;
  // Which day it is the app's zones say, and not the database's; no day begins within a quarter of an hour.
  const quarter = sql<Date>`date_bin('15 minutes', ${leaves}, 'epoch'::timestamptz)`.mapWith(replies.dueAt);
  const rows = await db
    .select({ quarter, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(
      and(
        eq(replies.mailboxId, id),
        inArray(replies.status, ["awaiting_approval", "scheduled", "queued", "sending", "sent"]),
        gte(leaves, dayStart(wallTimeOf(now(), timeZone).date, timeZone)),
      ),
    )
    .groupBy(quarter);
  const days = new Map<string, number>();
  for (const { quarter: at, count } of rows) {
    const { date } = wallTimeOf(at, timeZone);
    days.set(date, (days.get(date) ?? 0) + count);
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([date, used]) => ({ date, used, cap }));
}
