import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { reviews } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";

/** Replies that were taken back or stopped wait for nobody's look any more. In the transaction that does it; others are left alone. */
export async function closeReviews(tx: Database, replyIds: string[], at: Date): Promise<void> {
  if (replyIds.length === 0) return;
  const closed = await tx
    .update(reviews)
    .set({ state: "withdrawn", decidedAt: at })
    .where(and(inArray(reviews.replyId, replyIds), eq(reviews.kind, "approval"), eq(reviews.state, "waiting")))
    .returning({ workspaceId: reviews.workspaceId, threadId: reviews.threadId });
  for (const each of closed) await notifyChange(tx, { ...each, kind: "review" });
}
