import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { members, workspaces } from "@/lib/db/schema";
import type { OidcRefusal } from "@/lib/domain/sign-in-refusal";
import { joinByInvitation } from "@/lib/services/member-invitations/join-by-invitation";
import { openInvitationFor } from "@/lib/services/member-invitations/open-invitation-for";
import { record } from "@/lib/services/record";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { openSession, type Visitor } from "./open-session";
import { recordRefusedSignIn } from "./record-refused-sign-in";

/** What the provider says of a person, from an ID token that was checked. */
export type ProviderClaims = { subject: string; email: string | null; isEmailVerified: boolean; name: string | null };
type Member = typeof members.$inferSelect;
type Found = { member: Member } | { refusal: OidcRefusal; member: Member | null };
type Given = { claims: ProviderClaims; at: Date };

/**
 * Opens a session for the member whom the provider means: by its subject, else by an address that it calls verified, whose subject
 * is then kept; or for who holds an open invitation to that address. Nobody else gets in, and no deactivated member.
 * @returns the session, or why not
 */
export async function signInByProvider(
  { db, now }: { db: Database; now: Clock },
  claims: ProviderClaims,
  visitor: Visitor,
): Promise<{ sessionId: string } | { refusal: OidcRefusal }> {
  return db.transaction(async (tx) => {
    const at = now();
    const found = await memberFor(tx, { claims, at });
    if (!("refusal" in found)) return openSession(tx, found.member, { visitor, by: "oidc", at });
    const { refusal, member } = found;
    await recordRefusedSignIn(tx, { member, visitor, by: "oidc", reason: refusal });
    return { refusal };
  });
}

async function memberFor(tx: Database, given: Given): Promise<Found> {
  const { subject, email, isEmailVerified } = given.claims;
  const [known] = await tx.select().from(members).where(eq(members.oidcSubject, subject)).for("update");
  if (known) return letIn(tx, known);
  if (!email || !isEmailVerified) return { refusal: "oidc_unverified", member: null };
  const [named] = await tx.select().from(members).where(eq(members.email, email)).for("update");
  if (!named) return invited(tx, given, email);
  if (named.oidcSubject !== null) return { refusal: "oidc_other_subject", member: named };
  const found = await letIn(tx, named);
  if ("refusal" in found) return found;
  await tx.update(members).set({ oidcSubject: subject }).where(eq(members.id, named.id));
  const actor = { workspaceId: named.workspaceId, memberId: named.id };
  await record(tx, actor, "member.provider_linked", { subjectId: named.id });
  return found;
}

async function letIn(tx: Database, member: Member): Promise<Found> {
  if (member.deactivatedAt) return { refusal: "oidc_deactivated", member };
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, member.workspaceId));
  const isOpen = workspace?.kind === "team" || (await isSandboxActive(tx));
  return isOpen ? { member } : { refusal: "oidc_no_account", member };
}

async function invited(tx: Database, { claims, at }: Given, email: string): Promise<Found> {
  const invitation = await openInvitationFor(tx, { email }, at);
  if (!invitation) return { refusal: "oidc_no_account", member: null };
  const name = invitation.name || claims.name?.trim().slice(0, 120) || email;
  return { member: await joinByInvitation(tx, invitation, { name, oidcSubject: claims.subject, at }) };
}
