import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import { hasNoOther } from "./has-no-other";

/**
 * What was put away at that time stands again, unless another one has taken its place: the reply was taken back, or the thread is not
 * done after all.
 */
export async function giveBackPutAway(
  tx: Database,
  { threadId, memberId, at }: { threadId: number; memberId: string; at: Date },
): Promise<void> {
  await tx
    .update(threadReminders)
    .set({ closedAt: null, closedReason: null })
    .where(
      and(
        eq(threadReminders.threadId, threadId),
        eq(threadReminders.memberId, memberId),
        eq(threadReminders.closedReason, "dismissed"),
        eq(threadReminders.closedAt, at),
        hasNoOther(tx),
      ),
    );
}
