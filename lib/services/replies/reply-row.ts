import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import { notifyChange } from "@/lib/realtime/notify";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Actor } from "../context";
import { record } from "../record";
import { refreshThread } from "../threads/refresh-thread";

export type ReplyRow = typeof replies.$inferSelect;

/**
 * Locks a reply for the rest of the transaction, its thread first: whoever stores a message of the thread
 * holds the thread too, so both orders meet without a deadlock and a claim sees every message stored before it.
 */
export async function lockReply(tx: Database, replyId: string, within?: Actor): Promise<ReplyRow | null> {
  const isIt = and(
    eq(replies.id, replyId),
    within && eq(replies.workspaceId, within.workspaceId),
    within && isOfSeenThread(within, replies.threadId),
  );
  const [found] = await tx.select({ threadId: replies.threadId }).from(replies).where(isIt);
  if (!found) return null;
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, found.threadId)).for("no key update");
  const [reply] = await tx.select().from(replies).where(isIt).for("update");
  return reply ?? null;
}

/** The same for a person's verb. @throws AppError `not_found` for a reply that the actor cannot see */
export async function lockOwnReply(tx: Database, actor: Actor, replyId: string): Promise<ReplyRow> {
  const reply = await lockReply(tx, replyId, actor);
  if (!reply) throw new AppError("not_found", { reason: "reply" });
  return reply;
}

/** Writes a reply's change down: the event, the thread's row and the word to open screens, in the caller's transaction. */
export async function announceReply(
  tx: Database,
  reply: Pick<ReplyRow, "id" | "workspaceId" | "threadId">,
  kind: `reply.${string}`,
  { by, data }: { by?: Actor; data?: Record<string, unknown> } = {},
): Promise<void> {
  const { id, workspaceId, threadId } = reply;
  await record(tx, by ?? { workspaceId }, kind, { threadId, subjectId: id, ...(data ? { data } : {}) });
  await refreshThread(tx, threadId);
  await notifyChange(tx, { workspaceId, kind: "thread", threadId });
}

const TRUTHS: Record<ReplyStatus, string> = {
  awaiting_approval: "awaiting_approval",
  scheduled: "still_pending",
  queued: "still_pending",
  sending: "already_sending",
  sent: "already_sent",
  handed_over: "held_by_smartlead",
  failed: "already_failed",
  unknown: "outcome_unknown",
  cancelled: "already_cancelled",
};

/** What whoever came too late is told: an AppError `conflict` that names what the reply has become. */
export const tooLate = (status: ReplyStatus): AppError => new AppError("conflict", { reason: TRUTHS[status] });
