import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { memberInvitations, members } from "@/lib/db/schema";
import { zoneOf } from "@/lib/services/members/zone-of";
import { record } from "@/lib/services/record";
import type { InvitationRow } from "./open-invitation-for";

type Joining = { name: string; passwordHash?: string; oidcSubject?: string; at: Date };

/**
 * Makes a member of who was invited, and uses the invitation up, with every other one to that address, in the caller's transaction.
 * @throws AppError `conflict` `email_taken` when somebody has the address by now
 */
export async function joinByInvitation(
  tx: Database,
  { id, workspaceId, email, role, invitedById }: InvitationRow,
  { name, passwordHash, oidcSubject, at }: Joining,
): Promise<typeof members.$inferSelect> {
  const [member] = await tx
    .insert(members)
    .values({
      workspaceId,
      email,
      name,
      role,
      timeZone: await zoneOf(tx, invitedById),
      passwordHash: passwordHash ?? null,
      oidcSubject: oidcSubject ?? null,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!member) throw new AppError("conflict", { reason: "email_taken" });
  await tx.update(memberInvitations).set({ acceptedAt: at, memberId: member.id }).where(eq(memberInvitations.id, id));
  await tx
    .update(memberInvitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(memberInvitations.email, email),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
      ),
    );
  const actor = { workspaceId, memberId: member.id };
  await record(tx, actor, "member.joined", { subjectId: member.id, data: { role, invitationId: id } });
  return member;
}
