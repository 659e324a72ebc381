import { and, eq, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";

const other = alias(threadReminders, "other");

/**
 * Nothing of its kind stands for its member in its thread: what comes back comes beside none that was asked for since. A condition on
 * closed `thread_reminders`.
 */
export const hasNoOther = (tx: Database): SQL =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.threadId, threadReminders.threadId),
          eq(other.memberId, threadReminders.memberId),
          eq(other.kind, threadReminders.kind),
          isNull(other.closedAt),
        ),
      ),
  );
