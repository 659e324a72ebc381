import { eq } from "drizzle-orm";
import { mailboxes, replies } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { composeRaw } from "./compose-raw";
import type { WorkerDeps } from "./deps";
import { findCopy } from "./outbox-copy";

/** Puts a sent reply into its thread as a message. Done again it changes nothing: a Message-ID is stored once. */
export async function storeOwnReply(deps: WorkerDeps, replyId: string): Promise<void> {
  const { db, now } = deps;
  const [reply] = await db.select().from(replies).where(eq(replies.id, replyId));
  if (!reply || reply.status !== "sent" || reply.sentMessageId) return;
  const { workspaceId, mailboxId, authorId, threadId, statsId, messageId } = reply;
  const stored = await ingestMessage(
    { db, now },
    {
      workspaceId,
      mailboxId,
      raw: await sentBytes(deps, reply),
      source: "outbox",
      reply: { id: replyId, authorId, threadId, statsId, messageId },
    },
  );
  await db.transaction(async (tx) => {
    // The thread's row was brought up to date when the reply left: without holding the thread nobody may count what waits in it.
    const [kept] = await tx
      .update(replies)
      .set({ sentMessageId: stored.messageId })
      .where(eq(replies.id, replyId))
      .returning({ threadId: replies.threadId });
    // Storing its message may have merged its thread into another.
    if (kept) await notifyChange(tx, { workspaceId, kind: "thread", threadId: kept.threadId });
  });
}

/** What left, byte for byte; composed once more if the kept copy is lost. */
export async function sentBytes({ db }: WorkerDeps, reply: ReplyRow): Promise<Buffer> {
  const kept = await findCopy(reply);
  if (kept) return kept;
  const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.id, reply.mailboxId));
  if (!mailbox) throw new Error("the reply's mailbox is gone");
  return (await composeRaw(db, reply, mailbox, sentAtOf(reply))).raw;
}

/** What Smartlead kept until its time left then, not when it was handed over. */
const sentAtOf = ({ handedOverAt, markedAt, sentAt, dueAt }: ReplyRow): Date =>
  (handedOverAt ? sentAt : markedAt) ?? sentAt ?? dueAt;
