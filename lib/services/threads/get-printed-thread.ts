import { and, asc, eq, inArray, not } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { attachments, messages, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { IS_SHOWN_IN_TEXT } from "@/lib/services/messages/is-shown-in-text";
import { messageBodies, type MessageBody } from "@/lib/services/messages/message-bodies";
import { record } from "@/lib/services/record";
import type { PrintThreadInput } from "./schemas";

/** `files` hang below the message; a printer shows no more of them than what they are called. Sizes are bytes. */
export type PrintedBody = MessageBody & { files: { fileName: string; size: number }[] };

/**
 * A thread as it is printed, oldest first; or one message of it.
 * @throws AppError `not_found` for what the actor cannot see
 */
export async function getPrintedThread(
  ctx: Context,
  { threadId, messageId }: PrintThreadInput,
): Promise<{ subject: string; bodies: PrintedBody[] }> {
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
  const files = await filesBelow(
    db,
    bodies.map(({ id }) => id),
  );
  const filesOf = ({ id }: MessageBody) => files.filter(({ messageId: of }) => of === id);
  return { subject: thread.subject, bodies: bodies.map((body) => ({ ...body, files: filesOf(body) })) };
}

/** Pictures in the text are printed where they stand. */
function filesBelow(db: Database, messageIds: string[]) {
  return db
    .select({ messageId: attachments.messageId, fileName: attachments.fileName, size: attachments.size })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(and(inArray(attachments.messageId, messageIds), not(IS_SHOWN_IN_TEXT)))
    .orderBy(asc(attachments.position));
}
