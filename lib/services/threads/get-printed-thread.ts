import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { messageBodies, type MessageBody } from "@/lib/services/messages/message-bodies";
import { record } from "@/lib/services/record";
import type { PrintThreadInput } from "./schemas";

/**
 * A thread as it is printed, oldest first; or one message of it.
 * @throws AppError `not_found` for what the actor cannot see
 */
export async function getPrintedThread(
  ctx: Context,
  { threadId, messageId }: PrintThreadInput,
): Promise<{ subject: string; bodies: MessageBody[] }> {
  const { actor, db } = ctx;
  may(actor, "thread.read");
  const [thread] = await db
    .select({ subject: threads.subject })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const ofThread = eq(messages.threadId, threadId);
  const which = messageId ? and(ofThread, eq(messages.id, messageId)) : ofThread;
  const bodies = await messageBodies(ctx, which ?? ofThread);
  if (bodies.length === 0) throw new AppError("not_found", { reason: "message" });
  await record(db, actor, "thread.printed", { threadId, data: { messages: bodies.length } });
  return { subject: thread.subject, bodies };
}
