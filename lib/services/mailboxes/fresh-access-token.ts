import { eq, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { openTokens, sealTokens } from "./mailbox-secrets";
import type { MailboxRow } from "./mailbox-view";
import { findOauthProvider } from "./oauth-providers";
import { requestTokens } from "./request-tokens";

/** Renewed this long before its end, so that no connection begins with a token about to end. */
const AHEAD_MS = 5 * 60_000;

/**
 * Somebody has to sign in with the provider again. It reads like a server's refusal of a sign-in; the detail is a closed word:
 * `revoked`, or `not_authorised` where nobody has signed in yet.
 */
export class SignInNeeded extends Error {
  readonly authenticationFailed = true;
  readonly responseText: string;

  constructor(detail: "revoked" | "not_authorised") {
    super(detail);
    this.name = "SignInNeeded";
    this.responseText = detail;
  }
}

/**
 * The access token of a mailbox that signs in by OAuth2, renewed where it ends soon or where the server has just refused it. Whoever
 * connects asks for it; an advisory lock lets one of them renew while the others wait for what it got.
 * @throws SignInNeeded; Error when the provider does not answer and the present token has ended
 */
export async function freshAccessToken(db: Database, now: Clock, mailboxId: string): Promise<string> {
  const found = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`oauth:${mailboxId}`}, 0))`);
    const [row] = await tx.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
    return row ? tokenOf(tx, now, row) : new SignInNeeded("not_authorised");
  });
  // Thrown outside, or what was written of it would be rolled back.
  if (found instanceof Error) throw found;
  return found;
}

async function tokenOf(tx: Database, now: Clock, row: MailboxRow): Promise<string | Error> {
  if (!row.oauthTokens) return new SignInNeeded(row.oauthExpiresAt ? "revoked" : "not_authorised");
  const present = openTokens(row.id, row.oauthTokens);
  const left = present.expiresAt - now().getTime();
  const isDoubted = row.state === "failing" && row.stateReason === "auth";
  if (left > AHEAD_MS && !isDoubted) return present.accessToken;
  const provider = row.signIn === "password" ? null : findOauthProvider(row.signIn);
  if (!provider) return new Error("no client is registered with the provider");
  const grant = { grant_type: "refresh_token", refresh_token: present.refreshToken } as const;
  const answer = await requestTokens(provider, grant, now());
  const isThis = eq(mailboxes.id, row.id);
  if (answer.kind === "tokens") {
    const { tokens } = answer;
    const values = { oauthTokens: sealTokens(row.id, tokens), oauthExpiresAt: new Date(tokens.expiresAt) };
    await tx.update(mailboxes).set(values).where(isThis);
    return tokens.accessToken;
  }
  if (answer.kind === "revoked") {
    await tx.update(mailboxes).set({ oauthTokens: null, oauthExpiresAt: now() }).where(isThis);
    return new SignInNeeded("revoked");
  }
  return left > 0 ? present.accessToken : new Error("the provider gives no new token");
}
