import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/password";
import { members, workspaces } from "@/lib/db/schema";
import { isPasswordOfStart } from "@/lib/domain/sandbox-sign-ins";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { endSessionsOf } from "@/lib/services/sessions/end-session";
import { madePassword } from "./made-password";
import { memberOf } from "./member-of";
import type { MemberInput } from "./schemas";

/**
 * Gives somebody who has forgotten theirs a made password, which is answered this once. The old one counts no longer and their sessions
 * end; API keys and the calendar's address go on.
 * @throws AppError `not_found`, `conflict` `own_password` (it is changed in the profile), `forbidden` `sandbox_password` where each start gives it
 */
export async function givePassword(
  { actor, db, now }: Context,
  { memberId }: MemberInput,
): Promise<{ memberId: string; name: string; email: string; password: string }> {
  may(actor, "team.manage");
  const password = madePassword();
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const { member } = await memberOf(tx, actor, memberId);
    if (member.id === actor.memberId) throw new AppError("conflict", { reason: "own_password" });
    const { name, email, workspaceId } = member;
    const [workspace] = await tx
      .select({ kind: workspaces.kind })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (isPasswordOfStart(workspace!.kind, email)) throw new AppError("forbidden", { reason: "sandbox_password" });
    await tx.update(members).set({ passwordHash }).where(eq(members.id, memberId));
    await endSessionsOf({ db: tx, now }, memberId);
    await record(tx, actor, "member.password_given", { subjectId: memberId });
    await notifyChange(tx, { workspaceId, kind: "access", memberId });
    return { memberId, name, email, password };
  });
}
