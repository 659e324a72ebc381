import type { MailboxEngine } from "./mailbox-engine";
import type { MailboxSignIn } from "./mailbox-sign-in";
import { isUnreadable, stateWord, type StateWord } from "./mailbox-state-word";

/** How a mailbox stands, as the settings' list shows it: never its passwords. Times are ISO 8601 in UTC. */
export type MailboxHealth = {
  id: string;
  address: string;
  displayName: string;
  colour: number;
  engine: MailboxEngine;
  imapHost: string | null;
  /** How one signs in at its servers. */
  signIn: MailboxSignIn;
  /** False while nobody has signed in with its provider, or the permission has ended. */
  isAuthorised: boolean;
  state: "new" | "connected" | "failing" | "disabled";
  stateReason: string | null;
  stateDetail: string | null;
  stateSince: string;
  lastSyncedAt: string | null;
  nextAttemptAt: string | null;
  /** Folders that its server has not let be read for a while, and since when the first of them. */
  refusedFolders: { paths: string[]; since: string } | null;
  /** What the machine may send in a day of the mailbox's zone; null without a limit. */
  dailyCap: number | null;
  /** What it has sent in the present day of its zone, from here and from elsewhere. */
  sentToday: number;
  /** Replies that have not left yet and would leave from it. */
  waitingReplies: number;
};

/** Mailboxes from which nothing can be sent or read now, and who can mend that. */
export type MailboxTrouble = {
  mailboxes: StoppedMailbox[];
  /** The ids of those that work, so that who was told of a stop hears of its end. */
  connected: string[];
  /** The admins, as whom to ask. */
  keepers: { name: string; email: string }[];
};
export type StoppedMailbox = {
  id: string;
  address: string;
  signIn: MailboxHealth["signIn"];
  state: "failing" | "disabled";
  /** A closed word ("auth", "network", "tls", "name", "sending") while it fails. */
  reason: string | null;
  since: string;
};

/** Whether a mailbox that fails is read on, and merely may not send. */
export const isOnlyRefused = ({ state, reason }: Pick<StoppedMailbox, "state" | "reason">): boolean =>
  state === "failing" && !isUnreadable({ state, stateReason: reason });

export type HealthWord = StateWord | "folders" | "behind" | "capped";

/** A mailbox that listens is read at least once a minute; this long without a reading is a lag. */
export const BEHIND_MS = 5 * 60_000;

/** The word under which the catalogue describes how a mailbox stands. */
export function healthWord(mailbox: MailboxHealth, now: Date): HealthWord {
  const { lastSyncedAt, dailyCap, sentToday } = mailbox;
  const word = stateWord(mailbox);
  if (word !== "new" && word !== "connected" && word !== "sandbox" && word !== "smartlead") return word;
  if (mailbox.refusedFolders) return "folders";
  if (dailyCap !== null && sentToday >= dailyCap) return "capped";
  if (word !== "connected") return word;
  if (lastSyncedAt === null) return "new";
  return now.getTime() - Date.parse(lastSyncedAt) > BEHIND_MS ? "behind" : "connected";
}

/** Whether somebody has to do something about it. */
export const needsPerson = ({
  state,
  waitingReplies,
  refusedFolders,
}: Pick<MailboxHealth, "state" | "waitingReplies" | "refusedFolders">): boolean =>
  state === "failing" || (state === "disabled" ? waitingReplies > 0 : refusedFolders !== null);

/** What is broken for good comes before what may mend itself, that before what is merely slow, and what is well comes last. */
const URGENCY: Record<HealthWord, number> = {
  failing_auth: 0,
  failing_permission: 0,
  failing_tls: 0,
  failing_name: 0,
  failing_sending: 0,
  failing_other: 0,
  unsigned: 0,
  failing_network: 1,
  folders: 2,
  behind: 3,
  capped: 4,
  new: 5,
  connected: 6,
  sandbox: 6,
  smartlead: 6,
  disabled: 7,
};

/** Trouble first, then by address; among equals the one for which most replies wait. */
export function byUrgency(mailboxes: MailboxHealth[], now: Date): MailboxHealth[] {
  const urgency = (mailbox: MailboxHealth) =>
    mailbox.state === "disabled" && needsPerson(mailbox) ? 2 : URGENCY[healthWord(mailbox, now)];
  const waiting = (mailbox: MailboxHealth) => (needsPerson(mailbox) ? mailbox.waitingReplies : 0);
  return mailboxes.toSorted(
    (a, b) => urgency(a) - urgency(b) || waiting(b) - waiting(a) || a.address.localeCompare(b.address, "en"),
  );
}
