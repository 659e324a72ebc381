import { and, eq, lt } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { becomeUnknown } from "./become-unknown";
import { announceReply, lockReply } from "./reply-row";

type Counts = { requeued: number; unknown: number; sent: number };

/**
 * Ends claims whose holder has died or hangs. Without the mark nothing has left, and the reply goes back into the queue;
 * with it nobody knows, so the reply becomes `unknown`, is looked for, and is never sent again by itself. One that has turned up is sent.
 * @returns how many went which way
 */
export async function expireClaims(db: Database, now: Clock): Promise<Counts> {
  const expired = await db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.status, "sending"), lt(replies.claimedUntil, now())))
    .limit(200);
  const counts = { requeued: 0, unknown: 0, sent: 0 };
  for (const { id } of expired) {
    const outcome = await db.transaction((tx) => expire(tx, now, id));
    if (outcome) counts[outcome]++;
  }
  return counts;
}

async function expire(tx: Database, now: Clock, replyId: string): Promise<keyof Counts | null> {
  const reply = await lockReply(tx, replyId);
  if (!reply || reply.status !== "sending" || !reply.claimedUntil || reply.claimedUntil >= now()) return null;
  if (reply.markedAt) return becomeUnknown(tx, now, reply);
  await tx
    .update(replies)
    .set({ status: "queued", claimToken: null, claimedUntil: null })
    .where(eq(replies.id, replyId));
  await announceReply(tx, reply, "reply.requeued");
  return "requeued";
}
