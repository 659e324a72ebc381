import type { RecipientOutcome } from "./recipient-outcome";

/**
 * How a hand-over ended, as a value (never thrown):
 * `accepted` the server took responsibility; `refused` it definitely did not (`temporary` may be tried again);
 * `unknown` the connection was lost after the mark, so nobody knows.
 */
export type SendResult =
  | { kind: "accepted"; response: string; outcomes: RecipientOutcome[] }
  | { kind: "refused"; temporary: boolean; reason: SendFailure; response: string; outcomes: RecipientOutcome[] }
  | { kind: "unknown"; response: string };

/** Closed words for why a hand-over was refused. */
export type SendFailure = "auth" | "network" | "tls" | "recipients" | "sender" | "content" | "policy" | "mark_lost";
