import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { hashSecret } from "@/lib/core/secrets";
import type { Database, Pool } from "@/lib/db/client";
import { members, workspaces } from "@/lib/db/schema";
import { guessLimiter } from "./guess-limiter";
import { openInvitationFor } from "./open-invitation-for";

/** What whoever opens a link is shown. */
export type FoundInvitation = { email: string; name: string; workspaceName: string; invitedBy: string };

/**
 * The invitation behind a link. There is no actor: the secret is the permission.
 * @returns null, the same whatever is wrong: never made, used, taken back, too old, a closed sandbox
 * @throws AppError `rate_limited` after too many wrong links from an address
 */
export async function findInvitation(
  { db, pool, now }: { db: Database; pool: Pool; now: Clock },
  { secret, address }: { secret: string; address: string },
): Promise<FoundInvitation | null> {
  const guesses = guessLimiter(pool, address);
  await guesses.count();
  const found = await db.transaction((tx) => openInvitationFor(tx, { hash: hashSecret(secret) }, now()));
  if (!found) return null;
  await guesses.giveBack();
  const [row] = await db
    .select({ workspaceName: workspaces.name, invitedBy: members.name })
    .from(workspaces)
    .innerJoin(members, eq(members.id, found.invitedById))
    .where(eq(workspaces.id, found.workspaceId));
  return {
    email: found.email,
    name: found.name,
    workspaceName: row?.workspaceName ?? "",
    invitedBy: row?.invitedBy ?? "",
  };
}
