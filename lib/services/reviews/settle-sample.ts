import { AppError } from "@/lib/core/errors";
import { eq } from "drizzle-orm";
import { reviews } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { sayChanged } from "./comment-review";
import { lockReview } from "./lock-review";
import type { SettleSampleInput } from "./schemas";

/** Puts a sample aside that both are done with; either may. @throws AppError `not_found`, `conflict` (not_open) */
export async function settleSample({ actor, db, now }: Context, { reviewId }: SettleSampleInput) {
  may(actor, "review.ask");
  return db.transaction(async (tx) => {
    const { review } = await lockReview(tx, actor, reviewId);
    if (review.kind !== "sample" || review.state !== "open") throw new AppError("conflict", { reason: "not_open" });
    await tx
      .update(reviews)
      .set({ state: "settled", decidedById: actor.memberId, decidedAt: now() })
      .where(eq(reviews.id, reviewId));
    await sayChanged(tx, review);
    return { reviewId };
  });
}
