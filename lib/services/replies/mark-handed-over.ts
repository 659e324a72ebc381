import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { LEASE_MS } from "./claim-reply";

export type HeldClaim = { replyId: string; token: string; leaseMs?: number };

/**
 * The durable mark, written just before a message's first byte is given away. From here on the reply is never sent
 * again by itself. Only the claim's holder can write it, and once.
 * @throws when the claim was lost meanwhile; then nothing may leave
 */
export async function markHandedOver(
  db: Database,
  now: Clock,
  { replyId, token, leaseMs = LEASE_MS }: HeldClaim,
): Promise<void> {
  const at = now();
  const marked = await db
    .update(replies)
    .set({ markedAt: at, claimedUntil: new Date(at.getTime() + leaseMs) })
    .where(
      and(
        eq(replies.id, replyId),
        eq(replies.claimToken, token),
        eq(replies.status, "sending"),
        isNull(replies.markedAt),
      ),
    )
    .returning({ id: replies.id });
  if (marked.length !== 1) throw new Error("the claim was lost before the mark");
}
