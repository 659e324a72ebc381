import { AppError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/password";
import { members } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { madePassword } from "./made-password";
import type { AddMemberInput } from "./schemas";
import { zoneOf } from "./zone-of";

/**
 * Adds somebody to the actor's workspace with a made password, which is answered this once.
 * @throws AppError `conflict` `email_taken` when anybody has the address, deactivated members too
 */
export async function addMember(
  { actor, db, now }: Context,
  { email, name, role }: AddMemberInput,
): Promise<{ memberId: string; name: string; email: string; password: string }> {
  may(actor, "team.manage");
  const password = madePassword();
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const timeZone = await zoneOf(tx, actor.memberId);
    const [member] = await tx
      .insert(members)
      .values({ workspaceId: actor.workspaceId, email, name, role, timeZone, passwordHash, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: members.id });
    if (!member)
      throw new AppError("conflict", { reason: "email_taken", fields: [{ path: "email", reason: "email_taken" }] });
    await record(tx, actor, "member.created", { subjectId: member.id, data: { role } });
    return { memberId: member.id, name, email, password };
  });
}
