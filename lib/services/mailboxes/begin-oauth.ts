import { createHash } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import { newSecret } from "@/lib/core/ids";
import { encrypt } from "@/lib/core/secrets";
import { may, type Context } from "@/lib/services/context";
import { getMailbox } from "./get-mailbox";
import { findOauthProvider, oauthRedirect } from "./oauth-providers";
import type { MailboxInput } from "./schemas";

/** What the browser keeps, sealed, while its person is at the provider's. */
export type OauthTicket = {
  state: string;
  verifier: string;
  mailboxId: string;
  memberId: string;
  signIn: "google" | "microsoft";
  until: number;
};

/** What the ticket is sealed for. */
export const TICKET_CONTEXT = "oauth-ticket";
const TICKET_SECONDS = 600;

/**
 * Where a person signs in with a mailbox's provider, and the ticket without which nobody comes back from there: it holds the state,
 * the PKCE verifier (RFC 7636) and who asked for which mailbox.
 * @throws AppError `forbidden`, `not_found`, `unprocessable` (`no_oauth`: the mailbox has a password, or no client is registered)
 */
export async function beginOauth(
  context: Context,
  { mailboxId }: MailboxInput,
): Promise<{ url: string; ticket: string }> {
  may(context.actor, "mailbox.manage");
  const { address, signIn } = await getMailbox(context, { mailboxId });
  const provider = signIn === "password" ? null : findOauthProvider(signIn);
  if (signIn === "password" || !provider) throw new AppError("unprocessable", { reason: "no_oauth" });
  const [state, verifier] = [newSecret(), newSecret()];
  const until = context.now().getTime() + TICKET_SECONDS * 1000;
  const ticket: OauthTicket = { state, verifier, mailboxId, memberId: context.actor.memberId, signIn, until };
  const url = new URL(provider.authorise);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: provider.clientId,
    redirect_uri: oauthRedirect(),
    scope: provider.scope,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    login_hint: address,
    ...provider.extra,
  }).toString();
  return { url: url.href, ticket: encrypt(JSON.stringify(ticket), TICKET_CONTEXT) };
}
