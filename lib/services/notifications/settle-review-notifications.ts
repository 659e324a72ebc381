import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { notifications } from "@/lib/db/schema";
import { notifyChanges } from "@/lib/realtime/notify";

type Settled = { reviewIds: string[]; byId: string | null; at: Date };

/**
 * Marks as read what reviews that wait no more have left unread: everybody's request to decide, and all that was told of them to who
 * decided. In the transaction that decides.
 */
export async function settleReviewNotifications(tx: Database, { reviewIds, byId, at }: Settled): Promise<void> {
  if (reviewIds.length === 0) return;
  const isRequest = eq(notifications.kind, "review_asked");
  const unread = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        inArray(notifications.subjectId, reviewIds),
        isNull(notifications.readAt),
        byId === null ? isRequest : or(isRequest, eq(notifications.memberId, byId)),
      ),
    )
    // What is held is being read by its member at this moment.
    .for("update", { skipLocked: true });
  if (unread.length === 0) return;
  const read = await tx
    .update(notifications)
    .set({ readAt: at })
    .where(
      inArray(
        notifications.id,
        unread.map(({ id }) => id),
      ),
    )
    .returning({ memberId: notifications.memberId, workspaceId: notifications.workspaceId });
  const heard = new Map(read.map((each) => [each.memberId, each]));
  await notifyChanges(
    tx,
    [...heard.values()].map((each) => ({ ...each, kind: "personal" as const })),
  );
}
