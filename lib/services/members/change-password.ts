import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { hashPassword, verifyPassword } from "@/lib/core/password";
import { databasePool, type Pool } from "@/lib/db/client";
import { members, workspaces } from "@/lib/db/schema";
import { isPasswordOfStart } from "@/lib/domain/sandbox-sign-ins";
import { notifyChange } from "@/lib/realtime/notify";
import type { Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { attemptLimiter } from "@/lib/services/sessions/attempt-limiter";
import { endSessionsOf } from "@/lib/services/sessions/end-session";
import type { ChangePasswordInput } from "./schemas";

/** Wrong passwords in a quarter of an hour, after which a session that somebody else sits at guesses no further. */
export const PASSWORD_ATTEMPTS = 10;

/**
 * Replaces the actor's own password and ends all of their sessions, this one too, with what their windows hear: whoever knew the old
 * one is out. API keys and the calendar's address go on; the page says which.
 * @throws AppError `invalid` with `currentPassword: wrong_password`, `forbidden` `sandbox_password` where each start gives it,
 *   `rate_limited` after too many wrong ones
 */
export async function changePassword(
  { actor, db, now }: Context,
  { currentPassword, newPassword }: ChangePasswordInput,
  pool: Pool = databasePool(),
): Promise<{ signedOut: true }> {
  const [row] = await db
    .select({ hash: members.passwordHash, email: members.email, kind: workspaces.kind })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.id, actor.memberId));
  if (!row || isPasswordOfStart(row.kind, row.email)) throw new AppError("forbidden", { reason: "sandbox_password" });
  const attempts = attemptLimiter(pool, { kind: "change-password", points: PASSWORD_ATTEMPTS, reason: "password" });
  await attempts.count(actor.memberId);
  if (!row.hash || !(await verifyPassword(row.hash, currentPassword))) throw wrongPassword();
  await attempts.forget(actor.memberId);
  const passwordHash = await hashPassword(newPassword);
  await db.transaction(async (tx) => {
    // Of two changes at once the second one's password is not the present one any more.
    const [changed] = await tx
      .update(members)
      .set({ passwordHash })
      .where(and(eq(members.id, actor.memberId), eq(members.passwordHash, row.hash!)))
      .returning({ id: members.id });
    if (!changed) throw wrongPassword();
    await endSessionsOf({ db: tx, now }, actor.memberId);
    await record(tx, actor, "member.password_changed", { subjectId: actor.memberId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId: actor.memberId });
  });
  return { signedOut: true };
}

const wrongPassword = () =>
  new AppError("invalid", { fields: [{ path: "currentPassword", reason: "wrong_password" }] });
