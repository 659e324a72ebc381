import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import type { HeldReason, ReplyStatus } from "@/lib/domain/reply-state";

/** Written out, so that PostgreSQL plans the statement once. */
const PENDING = sql.raw("('awaiting_approval', 'scheduled', 'queued')");
const HELD = sql.raw("('awaiting_approval', 'scheduled', 'queued', 'sending', 'handed_over', 'failed', 'unknown')");

/**
 * Recomputes what a thread's row says of its replies: the earliest one that is still to leave (`nextReplyAt`), how many need a
 * person (`troubleCount`: failed, unknown, or due and held), and what the outbox holds: since when something is due, and how
 * the worst of it stands. Called by everything that moves a reply.
 */
export async function refreshThread(tx: Database, threadId: number): Promise<void> {
  const isPending = sql`${replies.status} in ${PENDING}`;
  const isTrouble = sql`(${replies.status} in ('failed', 'unknown') or (${isPending} and ${replies.heldReason} is not null))`;
  const worst = sql`${isTrouble} desc, ${replies.heldReason} is null, ${replies.dueAt}, ${replies.id}`;
  const standing = tx
    .select({
      nextReplyAt: sql<Date | null>`min(${replies.dueAt}) filter (where ${isPending})`.as("first_due_at"),
      troubleCount: sql<number>`count(*) filter (where ${isTrouble})`.as("troubles"),
      outboxAt: sql<Date | null>`min(${replies.dueAt})`.as("held_since"),
      outboxState: sql<ReplyStatus | null>`(array_agg(${replies.status} order by ${worst}))[1]`.as("worst_status"),
      outboxHeldReason: sql<HeldReason | null>`(array_agg(${replies.heldReason} order by ${worst}))[1]`.as(
        "worst_reason",
      ),
    })
    .from(replies)
    .where(and(eq(replies.threadId, threadId), sql`${replies.status} in ${HELD}`))
    .as("standing");
  await tx
    .update(threads)
    .set({
      nextReplyAt: sql`${standing.nextReplyAt}`,
      troubleCount: sql`${standing.troubleCount}`,
      outboxAt: sql`${standing.outboxAt}`,
      outboxState: sql`${standing.outboxState}`,
      outboxHeldReason: sql`${standing.outboxHeldReason}`,
    })
    .from(standing)
    .where(eq(threads.id, threadId));
}
