import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";

export type IngestInput = {
  workspaceId: string;
  mailboxId: string;
  raw: Buffer;
  /** Where it was found. `outbox` = our own reply just after the server took it. */
  source: "inbox" | "sent" | "outbox" | "sandbox";
  /** Known for our own replies only. */
  reply?: { id: string; authorId: string; threadId: number; statsId: string; messageId: string };
};

export type IngestResult = { messageId: string; threadId: number; isNew: boolean; direction: "in" | "out" };

/**
 * Stores one raw message (RFC 5322), whatever its source: parsed, threaded, sanitised, once a workspace, mailbox and Message-ID.
 * A broken message is kept raw and shown as far as it can be read; only a database that does not answer makes this throw.
 */
export async function ingestMessage(_deps: { db: Database; now: Clock }, _input: IngestInput): Promise<IngestResult> {
  throw new Error("not written yet");
}
