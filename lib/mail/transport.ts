import type { SendResult } from "@/lib/domain/send-result";

export type { SendResult };

export type Envelope = { from: string; to: string[] };

/** SMTP, the sandbox, and later Smartlead. */
export interface Transport {
  /**
   * Hands one message over. `mark` is awaited exactly once, just before the first byte of the body is given away;
   * when it rejects, nothing may leave and the result is `refused` with `mark_lost`.
   */
  send(envelope: Envelope, raw: Buffer, mark: () => Promise<void>): Promise<SendResult>;
}
