import { and, eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { openTokens, sealTokens } from "./mailbox-secrets";
import type { MailboxRow } from "./mailbox-view";
import { findOauthProvider } from "./oauth-providers";
import { requestTokens, type TokenAnswer } from "./request-tokens";

/** Renewed this long before its end, so that no connection begins with a token about to end. */
const AHEAD_MS = 5 * 60_000;
/** Renewals of a process that may wait for a provider at the same time. */
const MOST_AT_ONCE = 3;
/** How often a row may change under a renewal before it gives up. */
const MOST_TURNS = 3;
/** Why a mailbox fails when a server has taken no sign-in: for reading, or for sending. */
const REFUSED = ["auth", "sending"];

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
 * connects asks for it; those of one process wait for the same renewal. No connection to the database is held meanwhile: what
 * comes back is written only where the tokens are still those that it was asked with.
 * @throws SignInNeeded; Error when the provider does not answer and the present token has ended
 */
export async function freshAccessToken(db: Database, now: Clock, mailboxId: string): Promise<string> {
  const underway = looks.get(mailboxId);
  if (underway) return underway;
  const look = currentToken(db, now, mailboxId).finally(() => looks.delete(mailboxId));
  looks.set(mailboxId, look);
  return look;
}

/** By mailbox, who looks for its token at this moment. */
const looks = new Map<string, Promise<string>>();

async function currentToken(db: Database, now: Clock, mailboxId: string): Promise<string> {
  let tried: string | null = null;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const [row] = await db.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
    if (!row?.oauthTokens) throw new SignInNeeded(row?.oauthExpiresAt ? "revoked" : "not_authorised");
    const { accessToken, expiresAt } = openTokens(row.id, row.oauthTokens);
    // Tokens that came while others were renewed are new: the refusal was not of them.
    const isDoubted = tried === null && row.state === "failing" && REFUSED.includes(row.stateReason ?? "");
    if (expiresAt - now().getTime() > AHEAD_MS && !isDoubted) return accessToken;
    tried = row.oauthTokens;
    const found = await renewed(db, now, row, tried);
    if (found !== "changed") return found.accessToken;
  }
  throw new Error("the tokens changed again and again");
}

/** @returns `changed` when somebody signed in, removed or switched the mailbox, or renewed its tokens elsewhere meanwhile */
async function renewed(
  db: Database,
  now: Clock,
  row: MailboxRow,
  sealed: string,
): Promise<{ accessToken: string } | "changed"> {
  const present = openTokens(row.id, sealed);
  const provider = row.signIn === "password" ? null : findOauthProvider(row.signIn);
  if (!provider) throw new Error("no client is registered with the provider");
  const grant = { grant_type: "refresh_token", refresh_token: present.refreshToken } as const;
  const answer = await inTurn(() => requestTokens(provider, grant, now()));
  const values = valuesOf(row.id, answer, now());
  if (values) {
    const isAsRead = and(eq(mailboxes.id, row.id), eq(mailboxes.oauthTokens, sealed));
    const written = await db.update(mailboxes).set(values).where(isAsRead).returning({ id: mailboxes.id });
    if (written.length === 0) return "changed";
  }
  if (answer.kind === "tokens") return answer.tokens;
  if (answer.kind === "revoked") throw new SignInNeeded("revoked");
  if (present.expiresAt > now().getTime()) return present;
  throw new Error("the provider gives no new token");
}

function valuesOf(id: string, answer: TokenAnswer, at: Date) {
  if (answer.kind === "tokens")
    return { oauthTokens: sealTokens(id, answer.tokens), oauthExpiresAt: new Date(answer.tokens.expiresAt) };
  return answer.kind === "revoked" ? { oauthTokens: null, oauthExpiresAt: at } : null;
}

let asking = 0;
const waiting: (() => void)[] = [];

/** Does the work when fewer than `MOST_AT_ONCE` others do theirs; whoever ends hands its place on. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (asking >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else asking += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else asking -= 1;
  }
}
