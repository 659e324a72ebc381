/** A mailbox as settings show it: never its passwords. Times are ISO 8601 in UTC. */
export type MailboxItem = {
  id: string;
  address: string;
  displayName: string;
  signatureHtml: string;
  colour: number;
  engine: "smtp" | "sandbox";
  imapHost: string | null;
  imapPort: number | null;
  imapSecurity: string | null;
  imapUser: string | null;
  smtpHost: string | null;
  smtpPort: number | null;
  smtpSecurity: string | null;
  smtpUser: string | null;
  state: "new" | "connected" | "failing" | "disabled";
  stateReason: string | null;
  stateDetail: string | null;
  stateSince: string;
  lastSyncedAt: string | null;
  nextAttemptAt: string | null;
};

const REASONS = ["auth", "network", "tls", "name"] as const;
type StateWord = "sandbox" | "new" | "connected" | "disabled" | `failing_${(typeof REASONS)[number] | "other"}`;

/** The word under which the catalogue describes a mailbox's state. */
export function stateWord({
  engine,
  state,
  stateReason,
}: Pick<MailboxItem, "engine" | "state" | "stateReason">): StateWord {
  if (state === "disabled") return "disabled";
  if (engine === "sandbox") return "sandbox";
  if (state !== "failing") return state;
  return `failing_${REASONS.find((reason) => reason === stateReason) ?? "other"}`;
}
