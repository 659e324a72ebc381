import { and, eq, gte, max, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, type mailboxes } from "@/lib/db/schema";
import { dayStart, nextMachineSend } from "@/lib/domain/next-machine-send";
import { wallTimeOf } from "@/lib/domain/wall-time";

/** When the machine may send from a mailbox, by its window, cap and gap; null when it may at once. Replies of persons count, too. */
export async function machineWaits(
  tx: Database,
  mailbox: typeof mailboxes.$inferSelect,
  at: Date,
): Promise<{ until: Date; reason: "cap" | null } | null> {
  const { timeZone, windowDays: days, windowStart: start, windowEnd: end, dailyCap, minimumGap } = mailbox;
  const since = dayStart(wallTimeOf(at, timeZone).date, timeZone);
  const [done] = await tx
    .select({
      last: max(replies.sentAt),
      today: sql<number>`count(*) filter (where ${gte(replies.sentAt, since)})::int`,
    })
    .from(replies)
    .where(and(eq(replies.mailboxId, mailbox.id), eq(replies.status, "sent")));
  const next = nextMachineSend(
    at,
    { timeZone, window: days && start && end ? { days, start, end } : null, dailyCap, minimumGap },
    { sentToday: done?.today ?? 0, lastSentAt: done?.last ?? null },
  );
  return next.at > at ? { until: next.at, reason: next.reason } : null;
}
