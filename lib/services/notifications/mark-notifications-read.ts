import { and, inArray, isNull } from "drizzle-orm";
import { notifications } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { isOwnNotification } from "./is-own-notification";
import type { MarkNotificationsReadInput } from "./schemas";

/** Marks the actor's own notifications as read: those that are named, else all that they are shown. @returns how many were unread */
export async function markNotificationsRead({ actor, db, now }: Context, { ids }: MarkNotificationsReadInput) {
  may(actor, "thread.read");
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const read = await tx
      .update(notifications)
      .set({ readAt: now() })
      .where(and(isOwnNotification(actor), isNull(notifications.readAt), ids && inArray(notifications.id, ids)))
      .returning({ id: notifications.id });
    if (read.length > 0) await notifyChange(tx, { workspaceId, kind: "personal", memberId });
    return { count: read.length };
  });
}
