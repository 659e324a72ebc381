import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import type { Actor } from "@/lib/services/context";

export type MemberRow = typeof members.$inferSelect;

/**
 * A member of the actor's workspace for changing, with the workspace's admins locked, so that two changes at once cannot
 * take away the last of them. What names one of them (a reply, a notification) is written meanwhile all the same: whoever writes it
 * may hold a thread that is to be handed over here. @throws AppError `not_found`
 */
export async function memberOf(
  tx: Database,
  actor: Actor,
  memberId: string,
): Promise<{ member: MemberRow; isLastAdmin: boolean }> {
  const admins = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, actor.workspaceId), eq(members.role, "admin"), isNull(members.deactivatedAt)))
    .orderBy(members.id)
    .for("no key update");
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.workspaceId, actor.workspaceId)))
    .for("no key update");
  if (!member) throw new AppError("not_found", { reason: "member" });
  return { member, isLastAdmin: admins.length === 1 && admins[0]!.id === memberId };
}
