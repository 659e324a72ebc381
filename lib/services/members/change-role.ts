import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/roles";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { memberOf } from "./member-of";
import type { ChangeRoleInput } from "./schemas";

/** Gives a member another role; it counts from their next request on. @throws AppError `not_found`, `conflict` `last_admin` */
export async function changeRole(
  { actor, db }: Context,
  { memberId, role }: ChangeRoleInput,
): Promise<{ memberId: string; role: Role }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member, isLastAdmin } = await memberOf(tx, actor, memberId);
    if (member.role === role) return { memberId, role };
    if (isLastAdmin) throw new AppError("conflict", { reason: "last_admin" });
    await tx.update(members).set({ role }).where(eq(members.id, memberId));
    await record(tx, actor, "member.role_changed", { subjectId: memberId, data: { from: member.role, to: role } });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId });
    return { memberId, role };
  });
}
