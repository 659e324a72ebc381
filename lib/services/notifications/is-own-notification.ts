import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { notifications } from "@/lib/db/schema";
import { isOfSeenThread } from "../access/threads-of";
import type { Actor } from "../context";

/** What was told to the actor, without what is about threads that they see no more. */
export function isOwnNotification(actor: Actor): SQL {
  const isSeen = isOfSeenThread(actor, notifications.threadId);
  return and(
    eq(notifications.workspaceId, actor.workspaceId),
    eq(notifications.memberId, actor.memberId),
    isSeen && or(isNull(notifications.threadId), isSeen),
  )!;
}
