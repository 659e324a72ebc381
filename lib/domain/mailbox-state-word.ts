import type { MailboxEngine } from "./mailbox-engine";
import type { MailboxSignIn } from "./mailbox-sign-in";

const REASONS = ["auth", "network", "tls", "name", "sending"] as const;
export type FailingWord = `failing_${(typeof REASONS)[number] | "permission" | "other"}`;
export type StateWord = "sandbox" | "smartlead" | "new" | "unsigned" | "connected" | "disabled" | FailingWord;

type Standing = {
  engine: MailboxEngine;
  state: "new" | "connected" | "failing" | "disabled";
  stateReason: string | null;
  stateDetail: string | null;
  signIn: MailboxSignIn;
  /** False while nobody has signed in with its provider, or the permission has ended. */
  isAuthorised: boolean;
};

/** The word under which the catalogue describes how a mailbox stands. */
export function stateWord({ engine, state, stateReason, stateDetail, signIn, isAuthorised }: Standing): StateWord {
  if (state === "disabled") return "disabled";
  if (engine !== "smtp") return engine;
  const isRefused = stateReason === "auth" || stateReason === "sending";
  if (!isAuthorised) return isRefused && stateDetail === "revoked" ? "failing_permission" : "unsigned";
  return state === "failing" ? failingWord(signIn, stateReason) : state;
}

/** The word for why a mailbox fails: what Google or Microsoft refuse is a permission that somebody gave, not a password. */
export function failingWord(signIn: MailboxSignIn, reason: string | null): FailingWord {
  if (reason === "auth" && signIn !== "password") return "failing_permission";
  return `failing_${REASONS.find((known) => known === reason) ?? "other"}`;
}

/** Whether somebody has to sign in with the mailbox's provider, for the first time or again. */
export function asksProvider(standing: Standing): boolean {
  const word = stateWord(standing);
  return standing.signIn !== "password" && (word === "unsigned" || word === "failing_permission");
}

/** Whether its password was never accepted: nobody can say then that it was changed or withdrawn. */
export const isUnproven = (standing: Standing & { lastSyncedAt: string | null }): boolean =>
  stateWord(standing) === "failing_auth" && standing.lastSyncedAt === null;

/** Whether a mailbox cannot be read. One whose server refuses the sign-in for sending alone is read on. */
export const isUnreadable = ({ state, stateReason }: Pick<Standing, "state" | "stateReason">): boolean =>
  state === "failing" && stateReason !== "sending";
