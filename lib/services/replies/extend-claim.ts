import { and, eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { LEASE_MS } from "./claim-reply";
import type { HeldClaim } from "./mark-handed-over";

/** Keeps a claim alive while its holder is at work; a claim that was lost stays lost. */
export async function extendClaim(
  db: Database,
  now: Clock,
  { replyId, token, leaseMs = LEASE_MS }: HeldClaim,
): Promise<void> {
  await db
    .update(replies)
    .set({ claimedUntil: new Date(now().getTime() + leaseMs) })
    .where(and(eq(replies.id, replyId), eq(replies.claimToken, token), eq(replies.status, "sending")));
}
