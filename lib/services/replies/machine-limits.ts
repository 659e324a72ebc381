import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, type mailboxes } from "@/lib/db/schema";
import { intoWindows, type MachineWindows } from "@/lib/domain/machine-windows";
import { dayStart, nextMachineSend } from "@/lib/domain/next-machine-send";
import { wallTimeOf } from "@/lib/domain/wall-time";

/**
 * When the machine may send from a mailbox, by the windows of mailbox and campaign, by cap and gap; null when it may at once. Replies
 * of persons count, too, and so does what may have left and nobody knows.
 */
export async function machineWaits(
  tx: Database,
  { id, timeZone, dailyCap, minimumGap }: typeof mailboxes.$inferSelect,
  { windows, at }: { windows: MachineWindows; at: Date },
): Promise<{ until: Date; reason: "cap" | null } | null> {
  const since = dayStart(wallTimeOf(at, timeZone).date, timeZone);
  const leftAt = sql`coalesce(${replies.sentAt}, ${replies.markedAt})`;
  const [done] = await tx
    .select({
      last: sql<Date | null>`max(${leftAt})`.mapWith(replies.sentAt),
      today: sql<number>`count(*) filter (where ${leftAt} >= ${since.toISOString()}::timestamptz)::int`,
    })
    .from(replies)
    .where(and(eq(replies.mailboxId, id), inArray(replies.status, ["sent", "unknown"])));
  const next = nextMachineSend(
    at,
    { timeZone, window: null, dailyCap, minimumGap },
    { sentToday: done?.today ?? 0, lastSentAt: done?.last ?? null },
  );
  const until = intoWindows(next.at, windows);
  return until > at ? { until, reason: next.reason } : null;
}
