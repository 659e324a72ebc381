import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { decrypt, equalSecrets } from "@/lib/core/secrets";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { TICKET_CONTEXT, type OauthTicket } from "./begin-oauth";
import { getMailbox } from "./get-mailbox";
import { mailboxOf } from "./mailbox-of";
import { sealTokens } from "./mailbox-secrets";
import { findOauthProvider, oauthRedirect } from "./oauth-providers";
import { requestTokens } from "./request-tokens";
import type { FinishOauthInput } from "./schemas";
import { testMailbox } from "./test-mailbox";

/** How the person came back: `connected` with a test under way, or why nothing changed. */
export type OauthEnd = { mailboxId: string } & (
  { kind: "connected"; testId: string } | { kind: "declined" | "refused" | "unreachable" | "expired" }
);

/**
 * Takes a person back from the provider's page: exchanges the code for tokens, keeps them sealed, and orders a test. A mailbox that
 * was failing is read at once, and what it held leaves. One that signs in otherwise meanwhile keeps to that: `declined`.
 * @throws AppError `forbidden`, `not_found`, `unprocessable` (`oauth_expired`: no ticket, or one of somebody else)
 */
export async function finishOauth(context: Context, input: FinishOauthInput): Promise<OauthEnd> {
  const { actor, db, now } = context;
  may(actor, "mailbox.manage");
  const { mailboxId, state, verifier, signIn, until } = openTicket(input.ticket, context);
  if (!equalSecrets(state, input.state ?? "")) throw expired();
  if (until < now().getTime()) return { kind: "expired", mailboxId };
  const mailbox = await getMailbox(context, { mailboxId });
  const provider = findOauthProvider(signIn);
  if (mailbox.signIn !== signIn || !provider || !input.code) return { kind: "declined", mailboxId };
  const answer = await requestTokens(
    provider,
    { grant_type: "authorization_code", code: input.code, code_verifier: verifier, redirect_uri: oauthRedirect() },
    now(),
  );
  if (answer.kind !== "tokens") return { kind: answer.kind === "unreachable" ? "unreachable" : "refused", mailboxId };
  const isTaken = await db.transaction(async (tx) => {
    const { disabledAt, signIn: present } = await mailboxOf(tx, actor, mailboxId);
    if (present !== signIn) return false;
    await tx
      .update(mailboxes)
      .set({
        oauthTokens: sealTokens(mailboxId, answer.tokens),
        oauthExpiresAt: new Date(answer.tokens.expiresAt),
        nextAttemptAt: null,
        // Wakes a reader that waits for its next attempt.
        syncRequestedAt: now(),
        ...(disabledAt ? {} : { state: "new", stateReason: null, stateDetail: null, stateSince: now() }),
      })
      .where(eq(mailboxes.id, mailboxId));
    await releaseHeldReplies(tx, mailboxId);
    await record(tx, actor, "mailbox.authorised", { subjectId: mailboxId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return true;
  });
  if (!isTaken) return { kind: "declined", mailboxId };
  const { testId } = await testMailbox(context, { mailboxId });
  return { kind: "connected", mailboxId, testId };
}

function openTicket(sealed: string | undefined, { actor }: Context): OauthTicket {
  let ticket: OauthTicket;
  try {
    ticket = JSON.parse(decrypt(sealed ?? "", TICKET_CONTEXT)) as OauthTicket;
  } catch {
    throw expired();
  }
  if (ticket.memberId !== actor.memberId) throw expired();
  return ticket;
}

const expired = () => new AppError("unprocessable", { reason: "oauth_expired" });
