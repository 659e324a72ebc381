import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import type { IngestResult } from "./ingest-types";

/** The message that a reply is already, under whatever Message-ID: Smartlead gives one of its own to what it sends. */
export async function findCopyOfReply(
  tx: Database,
  reply: { id: string; threadId: number },
): Promise<IngestResult | null> {
  const [copy] = await tx
    .select({ messageId: messages.id, threadId: messages.threadId })
    .from(messages)
    .where(and(eq(messages.threadId, reply.threadId), eq(messages.replyId, reply.id)));
  return copy ? { ...copy, isNew: false, direction: "out" } : null;
}
