import type { MailboxEngine } from "@/lib/domain/mailbox-engine";
import type { MailboxSignIn } from "@/lib/domain/mailbox-sign-in";

/** A mailbox as settings show it: never its passwords. Times are ISO 8601 in UTC. */
export type MailboxItem = {
  id: string;
  address: string;
  displayName: string;
  signatureHtml: string;
  colour: number;
  engine: MailboxEngine;
  imapHost: string | null;
  imapPort: number | null;
  imapSecurity: string | null;
  imapUser: string | null;
  smtpHost: string | null;
  smtpPort: number | null;
  smtpSecurity: string | null;
  smtpUser: string | null;
  signIn: MailboxSignIn;
  /** False while nobody has signed in with its provider, or the permission has ended. */
  isAuthorised: boolean;
  timeZone: string;
  windowDays: number[] | null;
  windowStart: string | null;
  windowEnd: string | null;
  dailyCap: number | null;
  /** In seconds. */
  minimumGap: number;
  sentFolder: string | null;
  sentCopies: "auto" | "file" | "leave";
  followsSeen: boolean;
  readsJunk: boolean;
  warmUp: { headers: string[]; tags: string[]; senders: string[] };
  state: "new" | "connected" | "failing" | "disabled";
  stateReason: string | null;
  stateDetail: string | null;
  stateSince: string;
  lastSyncedAt: string | null;
  nextAttemptAt: string | null;
};
