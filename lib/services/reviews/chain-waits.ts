import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { isBehind } from "@/lib/services/follow-ups/is-behind";
import type { Context } from "../context";
import { rulesOfPlanned } from "./judge-anew";
import { waitForReview } from "./wait-for-review";

/**
 * Follow-ups are looked at once: with the reply that they came along with, else with their first, which waits while the others stand
 * behind it. Called with the first step, in the transaction that writes the chain.
 */
export async function chainWaits({ actor, db: tx, now }: Context, firstStepId: string): Promise<void> {
  const [first] = await tx.select().from(replies).where(eq(replies.id, firstStepId));
  // What comes along with a reply is looked at with that, and never leaves before it.
  if (await isBehind(tx, first!)) return;
  const causes = await rulesOfPlanned(tx, first!, now());
  if (causes.length === 0) return;
  const [waiting] = await tx
    .update(replies)
    .set({ status: "awaiting_approval" })
    .where(eq(replies.id, firstStepId))
    .returning();
  await waitForReview(tx, actor, waiting!, { causes, at: now() });
}
