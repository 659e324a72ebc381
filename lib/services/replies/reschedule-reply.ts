import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { isToBeHandedOver } from "@/lib/domain/is-to-be-handed-over";
import { isPending } from "@/lib/domain/reply-state";
import { isZone } from "@/lib/domain/wall-time";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { judgeAnew } from "@/lib/services/reviews/judge-anew";
import { may, type Context } from "../context";
import { moveLaterSteps } from "../follow-ups/move-later-steps";
import { waitOfMoved } from "../follow-ups/wait-of-moved";
import type { RescheduleReplyInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/** A time this far back still counts as now. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Gives a waiting reply another time: an instant and the zone it was chosen in. The follow-ups behind it move along. What Smartlead shall
 * keep until its time is given to it no later for that.
 * @throws AppError `invalid` for a time in the past or a zone that does not exist; `conflict` when it does not wait any more,
 * or for a step's time before the one that it follows (before_former_step)
 */
export async function rescheduleReply({ actor, db, now }: Context, input: RescheduleReplyInput) {
  may(actor, "reply.send");
  const { replyId, scheduledZone } = input;
  const scheduledAt = new Date(input.scheduledTime);
  if (scheduledAt.getTime() < now().getTime() - TOLERANCE_MS) throw invalid("scheduledTime", "in_the_past");
  if (!isZone(scheduledZone)) throw invalid("scheduledZone", "not_a_zone");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status)) throw tooLate(reply.status);
    const wait = await waitOfMoved(tx, reply, scheduledAt);
    const handsOver = isToBeHandedOver({ ...reply, isThroughSmartlead: reply.smartleadLeadId !== null }, now());
    const dueAt = handsOver ? reply.dueAt : scheduledAt;
    const status = reply.status === "awaiting_approval" ? reply.status : ("scheduled" as const);
    await tx
      .update(replies)
      .set({
        status,
        scheduledAt,
        // A step's wait is counted on the clock that the chain was planned by.
        scheduledZone: wait ? reply.scheduledZone : scheduledZone,
        dueAt,
        nextAttemptAt: null,
        attempts: 0,
        // Another time is no word about a teammate's reply.
        heldReason: reply.heldReason === "teammate" ? "teammate" : null,
        ...(wait ? { chainWait: wait } : {}),
      })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId }, { after: dueAt });
    const judged = await judgeAnew({ actor, db: tx, now }, replyId, { isWrittenAnew: false });
    const data = { scheduledTime: scheduledAt.toISOString(), scheduledZone };
    await announceReply(tx, reply, "reply.rescheduled", { by: actor, data });
    await moveLaterSteps(tx, reply, scheduledAt);
    return { replyId, status: judged, scheduledTime: scheduledAt.toISOString() };
  });
}

const invalid = (path: string, reason: string) => new AppError("invalid", { fields: [{ path, reason }] });
