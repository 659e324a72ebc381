import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { proveSent, type Evidence } from "./prove-sent";
import { lockReply } from "./reply-row";

type Found = { workspaceId: string; mailboxId: string; messageIds: string[]; evidence: Evidence };

/**
 * A stored message proves that replies of unknown outcome did leave: they are sent. Called by whoever stores a message,
 * with its own Message-ID (a Sent folder) or with all that it answers or quotes (In-Reply-To, References, a bounce's original).
 * What is still being sent is left to its holder, who finds the message (`findEvidence`) should the outcome be unknown.
 * @param messageIds without angle brackets
 * @returns the ids of the replies that are known to be sent now
 */
export async function resolveUnknownByMessageId(tx: Database, found: Found): Promise<string[]> {
  const { workspaceId, mailboxId, messageIds, evidence } = found;
  if (messageIds.length === 0) return [];
  const isMeant = and(
    eq(replies.workspaceId, workspaceId),
    // An answer may come to another mailbox than the one that wrote; a copy lies only in its own.
    evidence === "sent_folder" ? eq(replies.mailboxId, mailboxId) : undefined,
    inArray(replies.messageId, messageIds),
    // With its thread held, one that is being sent has become unknown by now, or will only once the message can be seen.
    inArray(replies.status, ["sending", "unknown"]),
  );
  const meant = await tx.select({ id: replies.id }).from(replies).where(isMeant).orderBy(asc(replies.threadId));
  const resolved: string[] = [];
  for (const { id } of meant) {
    const reply = await lockReply(tx, id);
    if (reply?.status !== "unknown") continue;
    await proveSent(tx, reply, evidence);
    resolved.push(id);
  }
  return resolved;
}
