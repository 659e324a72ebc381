import type { Database } from "@/lib/db/client";
import type { Evidence } from "@/lib/services/replies/prove-sent";
import { resolveUnknownByMessageId } from "@/lib/services/replies/resolve-unknown-by-message-id";
import type { Incoming } from "./direction-of-message";
import type { KnownReply } from "./find-known-messages";

/** A reply of unknown outcome did leave when its copy lies in a Sent folder, or when somebody answers it or bounces it. */
export async function resolveFoundReplies(tx: Database, message: Incoming, answered: KnownReply[]): Promise<void> {
  const { workspaceId, mailboxId, reply, source } = message;
  const tell = (evidence: Evidence, messageIds: string[]) =>
    resolveUnknownByMessageId(tx, { workspaceId, mailboxId, messageIds, evidence });
  if (reply && source === "sent") await tell("sent_folder", [reply.messageId]);
  // What it was when the database was asked may be over: who holds its thread sees what it is.
  const named = answered.map(({ messageId }) => messageId);
  if (message.direction === "in") await tell(message.bounces.length > 0 ? "bounce" : "answer", named);
}
