import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import type { RescheduleReplyInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/** A time this far back still counts as now. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Gives a waiting reply another time: an instant and the zone it was chosen in.
 * @throws AppError `invalid` for a time in the past or a zone that does not exist; `conflict` when it does not wait any more
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
    const status = reply.status === "awaiting_approval" ? reply.status : ("scheduled" as const);
    await tx
      .update(replies)
      .set({
        status,
        scheduledAt,
        scheduledZone,
        dueAt: scheduledAt,
        nextAttemptAt: null,
        attempts: 0,
        heldReason: null,
      })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId }, { after: scheduledAt });
    const data = { scheduledTime: scheduledAt.toISOString(), scheduledZone };
    await announceReply(tx, reply, "reply.rescheduled", { by: actor, data });
    return { replyId, status, scheduledTime: scheduledAt.toISOString() };
  });
}

const invalid = (path: string, reason: string) => new AppError("invalid", { fields: [{ path, reason }] });

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone }).format();
    return true;
  } catch {
    return false;
  }
}
