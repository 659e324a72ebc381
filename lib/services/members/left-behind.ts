import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders, threads } from "@/lib/db/schema";

/** Nothing has ended them yet. */
export const openReminders = (memberId: string): SQL =>
  and(eq(threadReminders.memberId, memberId), isNull(threadReminders.closedAt))!;

/**
 * Reminders that somebody else can take over: those that are ahead. What was snoozed in a list goes back to all lists; what was
 * snoozed when it was done would come back to nobody.
 */
export const remindersAhead = (db: Database, memberId: string): SQL =>
  and(
    openReminders(memberId),
    isNull(threadReminders.firedAt),
    or(
      eq(threadReminders.kind, "reminder"),
      exists(
        db
          .select({ one: sql`1` })
          .from(threads)
          .where(and(eq(threads.id, threadReminders.threadId), isNotNull(threads.archivedAt))),
      ),
    ),
  )!;

/** A member's open threads: not done, or done until they are reminded. */
export const threadsLeft = (db: Database, workspaceId: string, memberId: string): SQL =>
  and(
    eq(threads.workspaceId, workspaceId),
    eq(threads.assigneeId, memberId),
    or(
      isNull(threads.archivedAt),
      exists(
        db
          .select({ one: sql`1` })
          .from(threadReminders)
          .where(
            and(eq(threadReminders.threadId, threads.id), openReminders(memberId), isNull(threadReminders.firedAt)),
          ),
      ),
    ),
  )!;
