import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import { isOwnUp } from "./is-own-reminder";

/** Who answers has seen what brought the thread back. It bears the reply's time of acceptance, by which `giveBackPutAway` finds it. */
export async function putAwayUp(
  tx: Database,
  { threadId, memberId, at }: { threadId: number; memberId: string; at: Date },
): Promise<void> {
  await tx
    .update(threadReminders)
    .set({ closedAt: at, closedReason: "dismissed" })
    .where(and(eq(threadReminders.threadId, threadId), isOwnUp(memberId)));
}
