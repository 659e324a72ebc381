import { and, eq, exists, inArray, isNull, not, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categories, followUpChains, leads, replies, threadReminders, threads } from "@/lib/db/schema";
import { type Reader, threadsOf } from "@/lib/services/access/threads-of";
import { AHEAD } from "./reply-times";

/**
 * Threads of leads who want or ask something and for whom nothing is planned: no reply ahead, no reminder or snooze of anybody that
 * is to come up, no follow-ups. To be asked of `threads` joined with `leads` and `categories`.
 */
export function isUnplanned(db: Database, reader: Reader): SQL | undefined {
  const one = { one: sql`1` };
  const ahead = db
    .select(one)
    .from(replies)
    .where(and(eq(replies.threadId, threads.id), inArray(replies.status, [...AHEAD])));
  const reminded = db
    .select(one)
    .from(threadReminders)
    .where(
      and(eq(threadReminders.threadId, threads.id), isNull(threadReminders.firedAt), isNull(threadReminders.closedAt)),
    );
  const followed = db
    .select(one)
    .from(followUpChains)
    .where(and(eq(followUpChains.threadId, threads.id), isNull(followUpChains.endedAt)));
  return and(
    threadsOf(reader),
    eq(threads.kind, "lead"),
    isNull(threads.archivedAt),
    or(eq(categories.sentiment, "positive"), eq(categories.kind, "info")),
    // Who must not be written to is not to be planned for.
    isNull(leads.unsubscribedAt),
    isNull(leads.doNotContactAt),
    isNull(leads.bouncedAt),
    not(exists(ahead)),
    not(exists(reminded)),
    not(exists(followed)),
  );
}
