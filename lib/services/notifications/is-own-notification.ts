import { and, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { notifications } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { isOfSeenThread } from "../access/threads-of";
import type { Actor } from "../context";

/**
 * What was told to the actor, without what is about threads that they see no more; nothing for who is a client by now, since all of it
 * is the team's.
 */
export function isOwnNotification(actor: Actor): SQL {
  if (!roleMay(actor.role, "plan.read")) return sql`false`;
  const isSeen = isOfSeenThread(actor, notifications.threadId);
  return and(
    eq(notifications.workspaceId, actor.workspaceId),
    eq(notifications.memberId, actor.memberId),
    isSeen && or(isNull(notifications.threadId), isSeen),
  )!;
}
