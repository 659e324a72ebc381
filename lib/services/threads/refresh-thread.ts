import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";

const PENDING = ["awaiting_approval", "scheduled", "queued"] as const;

/**
 * Recomputes what a thread's row says of its replies: the earliest one that is still to leave (`nextReplyAt`),
 * and how many need a person (`troubleCount`: failed, unknown, or due and held). Called by everything that moves a reply.
 */
export async function refreshThread(tx: Database, threadId: number): Promise<void> {
  const [counted] = await tx
    .select({
      nextReplyAt:
        sql<Date | null>`min(${replies.dueAt}) filter (where ${inArray(replies.status, [...PENDING])})`.mapWith(
          replies.dueAt,
        ),
      troubleCount: sql<number>`count(*) filter (where ${replies.status} in ('failed', 'unknown')
        or (${inArray(replies.status, [...PENDING])} and ${replies.heldReason} is not null))`.mapWith(Number),
    })
    .from(replies)
    .where(and(eq(replies.threadId, threadId), inArray(replies.status, [...PENDING, "failed", "unknown"])));
  await tx
    .update(threads)
    .set({ nextReplyAt: counted?.nextReplyAt ?? null, troubleCount: counted?.troubleCount ?? 0 })
    .where(eq(threads.id, threadId));
}
