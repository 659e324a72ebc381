import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import type { Incoming } from "./direction-of-message";
import type { KnownMessage } from "./find-known-messages";
import type { IngestResult } from "./ingest-types";
import { resolveFoundReplies } from "./resolve-found-replies";

/**
 * The same message again (another folder, the Sent copy of our reply, a resync) adds no row. A copy that says more than the
 * stored one fills it in: which reply it is, whom it went to blindly.
 */
export async function updateKnownMessage(tx: Database, message: Incoming, self: KnownMessage): Promise<IngestResult> {
  const { reply } = message;
  const news = {
    ...(message.bcc.length > self.bcc.length ? { bcc: message.bcc } : {}),
    ...(reply && self.replyId !== reply.id
      ? { replyId: reply.id, authorId: reply.authorId, statsId: reply.statsId }
      : {}),
  };
  if (Object.keys(news).length > 0) await tx.update(messages).set(news).where(eq(messages.id, self.id));
  if (reply && self.statsId !== reply.statsId) await carryStatsId(tx, self, reply.statsId);
  await resolveFoundReplies(tx, message, []);
  return { messageId: self.id, threadId: self.threadId, isNew: false, direction: self.direction };
}

/** The Sent copy was faster than the outbox: answers that carry the copy's own emailStatsId carry the reply's from now on. */
async function carryStatsId(tx: Database, self: KnownMessage, statsId: string): Promise<void> {
  await tx
    .update(messages)
    .set({ statsId })
    .where(and(eq(messages.threadId, self.threadId), eq(messages.statsId, self.statsId), isNull(messages.replyId)));
}
