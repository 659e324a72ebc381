import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/password";
import { hashSecret } from "@/lib/core/secrets";
import type { Database, Pool } from "@/lib/db/client";
import { guessLimiter } from "./guess-limiter";
import { joinByInvitation } from "./join-by-invitation";
import { openInvitationFor } from "./open-invitation-for";
import type { AcceptInvitationInput } from "./schemas";

type Deps = { db: Database; pool: Pool; now: Clock };
type Asked = { secret: string; address: string };

/**
 * Makes a member of whoever holds an invitation's link, with the name and password that they chose. They sign in with it next.
 * @returns the address to sign in with
 * @throws AppError `not_found` `member_invitation` for a link that counts no longer, `conflict` `email_taken`, `rate_limited`
 */
export async function acceptInvitation(
  { db, pool, now }: Deps,
  { secret, address }: Asked,
  { name, password }: AcceptInvitationInput,
): Promise<{ email: string }> {
  const guesses = guessLimiter(pool, address);
  await guesses.count();
  const passwordHash = await hashPassword(password);
  const email = await db.transaction(async (tx) => {
    const at = now();
    const invitation = await openInvitationFor(tx, { hash: hashSecret(secret) }, at);
    if (!invitation) throw new AppError("not_found", { reason: "member_invitation" });
    return (await joinByInvitation(tx, invitation, { name, passwordHash, at })).email;
  });
  await guesses.giveBack();
  return { email };
}
