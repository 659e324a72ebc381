import { and, desc, ne, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import type { StepWait } from "@/lib/domain/follow-up";
import { waitBetween } from "@/lib/domain/step-times";
import type { ReplyRow } from "../replies/reply-row";
import { chainOfReply } from "./chain-of-reply";
import { isBeforeStep } from "./is-before-step";

/**
 * How long after the one before a step waits that a person gives another time, by which it moves along from then on. Null for what is
 * no step of an open chain.
 * @throws AppError `conflict` (before_former_step) for a time before that of what the step follows
 */
export async function waitOfMoved(tx: Database, step: ReplyRow, to: Date): Promise<StepWait | null> {
  const place = step.chainWait && (await chainOfReply(tx, step));
  if (!place) return null;
  const [former] = await tx
    .select({ leavesAt })
    .from(replies)
    .where(and(isBeforeStep(place.chain, place.step), ne(replies.status, "cancelled")))
    .orderBy(desc(leavesAt))
    .limit(1);
  const from = former?.leavesAt ?? place.chain.createdAt;
  if (former && to < from) throw new AppError("conflict", { reason: "before_former_step" });
  return waitBetween(from, to, { unit: step.chainWait!.unit, zone: step.scheduledZone ?? "UTC" });
}

const leavesAt = sql<Date>`coalesce(${replies.sentAt}, ${replies.scheduledAt}, ${replies.dueAt})`.mapWith(
  replies.dueAt,
);
