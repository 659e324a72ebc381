import type { Database } from "@/lib/db/client";
import { resolveUnknownByMessageId, type Evidence } from "@/lib/services/replies/resolve-unknown-by-message-id";
import type { Incoming } from "./direction-of-message";
import type { KnownReply } from "./find-known-messages";

/** A reply of unknown outcome did leave when its copy lies in a Sent folder, or when somebody answers it or bounces it. */
export async function resolveFoundReplies(tx: Database, message: Incoming, answered: KnownReply[]): Promise<void> {
  const { workspaceId, mailboxId, reply, source } = message;
  const tell = (evidence: Evidence, messageIds: string[]) =>
    resolveUnknownByMessageId(tx, { workspaceId, mailboxId, messageIds, evidence });
  if (reply && source === "sent") await tell("sent_folder", [reply.messageId]);
  const unknown = answered.filter((each) => each.status === "unknown").map((each) => each.messageId);
  if (message.direction === "in" && unknown.length > 0)
    await tell(message.bounces.length > 0 ? "bounce" : "answer", unknown);
}
