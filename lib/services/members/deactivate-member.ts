import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { endSessionsOf } from "@/lib/services/sessions/end-session";
import { memberOf } from "./member-of";
import type { MemberInput } from "./schemas";

/**
 * Shuts somebody out at once: sessions and event streams end, API keys no longer count, the name stays on what was written.
 * @throws AppError `not_found`, `conflict` (`yourself`, `last_admin`)
 */
export async function deactivateMember(
  { actor, db, now }: Context,
  { memberId }: MemberInput,
): Promise<{ memberId: string }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member, isLastAdmin } = await memberOf(tx, actor, memberId);
    if (member.id === actor.memberId) throw new AppError("conflict", { reason: "yourself" });
    if (isLastAdmin) throw new AppError("conflict", { reason: "last_admin" });
    if (member.deactivatedAt) return { memberId };
    await tx.update(members).set({ deactivatedAt: now() }).where(eq(members.id, memberId));
    await endSessionsOf({ db: tx, now }, memberId);
    await record(tx, actor, "member.deactivated", { subjectId: memberId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId });
    return { memberId };
  });
}
