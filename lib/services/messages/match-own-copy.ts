import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import { matchSentMessage, type SentMatch } from "@/lib/services/replies/match-sent-message";
import type { Incoming } from "./direction-of-message";
import type { KnownMessage } from "./find-known-messages";

/**
 * A reply that left through Smartlead gets its Message-ID there, while our own copy has been in the thread since it was taken. What a
 * history or a Sent folder shows of it is that reply, and no second message.
 * @param self the row that it has already
 * @returns null where it is no reply of ours, or known as one already
 */
export async function matchOwnCopy(
  tx: Database,
  message: Incoming,
  { threadId, self }: { threadId: number | null; self: KnownMessage | null },
): Promise<SentMatch | null> {
  if (message.direction !== "out" || message.reply || message.isUnproven || threadId === null) return null;
  if (self && (self.replyId !== null || !message.given)) return null;
  const [thread] = await tx.select({ engine: threads.engine }).from(threads).where(eq(threads.id, threadId));
  if (thread?.engine !== "smartlead") return null;
  const html = message.html || `<pre>${message.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
  const { messageId, sentAt: time, given } = message;
  return matchSentMessage(tx, { threadId, message: { messageId, statsId: given?.statsId ?? "", time, html } });
}
