import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { reviews } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { settleReviewNotifications } from "@/lib/services/notifications/settle-review-notifications";

/** Replies that were taken back or stopped wait for nobody's look any more. In the transaction that does it; others are left alone. */
export async function closeReviews(tx: Database, replyIds: string[], at: Date): Promise<void> {
  if (replyIds.length === 0) return;
  const closed = await tx
    .update(reviews)
    .set({ state: "withdrawn", decidedAt: at })
    .where(and(inArray(reviews.replyId, replyIds), eq(reviews.kind, "approval"), eq(reviews.state, "waiting")))
    .returning({ id: reviews.id, workspaceId: reviews.workspaceId, threadId: reviews.threadId });
  const reviewIds = closed.map(({ id }) => id);
  await settleReviewNotifications(tx, { reviewIds, byId: null, at });
  for (const { workspaceId, threadId } of closed) await notifyChange(tx, { workspaceId, threadId, kind: "review" });
}
