import type { RecipientOutcome } from "@/lib/domain/recipient-outcome";

export type Envelope = { from: string; to: string[] };

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

/** SMTP, the sandbox, and later Smartlead. */
export interface Transport {
  /**
   * Hands one message over. `mark` is awaited exactly once, just before the first byte of the body is given away;
   * when it rejects, nothing may leave and the result is `refused` with `mark_lost`.
   */
  send(envelope: Envelope, raw: Buffer, mark: () => Promise<void>): Promise<SendResult>;
}
