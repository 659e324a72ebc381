import { newSecret } from "@/lib/core/ids";
import { encrypt, hashSecret } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";

const DAYS = 7;
const DAY_MS = 86_400_000;

/** The words of the mail with an invitation's link, in the language of who invites. */
export type WriteInvitation = (given: { name: string; secret: string; until: Date }) => Promise<InvitationMail>;
export type InvitationMail = { subject: string; text: string };

/** A new secret for a link, the hash that is kept of it, and until when it counts. */
export function issueSecret(at: Date): { secret: string; hash: string; expiresAt: Date } {
  const secret = newSecret();
  return { secret, hash: hashSecret(secret), expiresAt: new Date(at.getTime() + DAYS * DAY_MS) };
}

/** What an order's sealed words are bound to. */
export const sealOf = (invitationId: string): string => `member-invitation:${invitationId}`;

/** Orders the mail in the caller's transaction. Its words hold the link, so that they travel encrypted. */
export async function orderInvitation(
  tx: Database,
  { id, hash }: { id: string; hash: string },
  mail: InvitationMail,
): Promise<void> {
  const sealed = encrypt(JSON.stringify(mail), sealOf(id));
  await enqueue(tx, JOBS.sendInvitation, { invitationId: id, hash, sealed });
}
