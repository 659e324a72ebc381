import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders, threads } from "@/lib/db/schema";
import { isOwnOpen, isOwnUp } from "./is-own-reminder";

/**
 * Who marks threads as done has seen what brought them back, and waits for none of them any more that was snoozed. A reminder that
 * is ahead stays: "done, but remind me". It bears the time at which the thread was marked, by which `giveBackPutAway` finds it.
 */
export async function putAwayDone(tx: Database, memberId: string, threadIds: number[]): Promise<void> {
  if (threadIds.length === 0) return;
  await tx
    .update(threadReminders)
    .set({ closedAt: sql`${threads.archivedAt}`, closedReason: "dismissed" })
    .from(threads)
    .where(
      and(
        eq(threads.id, threadReminders.threadId),
        inArray(threadReminders.threadId, threadIds),
        or(isOwnOpen(memberId, "snooze"), isOwnUp(memberId)),
      ),
    );
}
