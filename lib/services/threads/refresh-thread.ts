import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import type { HeldReason, ReplyStatus } from "@/lib/domain/reply-state";

const PENDING = ["awaiting_approval", "scheduled", "queued"] as const;
const HELD = [...PENDING, "sending", "handed_over", "failed", "unknown"] as const;

/**
 * Recomputes what a thread's row says of its replies: the earliest one that is still to leave (`nextReplyAt`), how many need a
 * person (`troubleCount`: failed, unknown, or due and held), and what the outbox holds: since when something is due, and how
 * the worst of it stands. Called by everything that moves a reply.
 */
export async function refreshThread(tx: Database, threadId: number): Promise<void> {
  const isPending = inArray(replies.status, [...PENDING]);
  const isTrouble = sql`(${replies.status} in ('failed', 'unknown') or (${isPending} and ${replies.heldReason} is not null))`;
  const worst = sql`${isTrouble} desc, ${replies.heldReason} is null, ${replies.dueAt}, ${replies.id}`;
  const [now] = await tx
    .select({
      nextReplyAt: sql<Date | null>`min(${replies.dueAt}) filter (where ${isPending})`.mapWith(replies.dueAt),
      troubleCount: sql<number>`count(*) filter (where ${isTrouble})`.mapWith(Number),
      outboxAt: sql<Date | null>`min(${replies.dueAt})`.mapWith(replies.dueAt),
      outboxState: sql<ReplyStatus | null>`(array_agg(${replies.status} order by ${worst}))[1]`,
      outboxHeldReason: sql<HeldReason | null>`(array_agg(${replies.heldReason} order by ${worst}))[1]`,
    })
    .from(replies)
    .where(and(eq(replies.threadId, threadId), inArray(replies.status, [...HELD])));
  await tx.update(threads).set(now!).where(eq(threads.id, threadId));
}
