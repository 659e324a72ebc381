import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { isToBeHandedOver } from "@/lib/domain/is-to-be-handed-over";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { judgeAnew } from "@/lib/services/reviews/judge-anew";
import { may, type Context } from "../context";
import type { SendReplyNowInput } from "./outbox-schemas";
import { byPerson } from "./by-person";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

const AT_ONCE = { scheduledAt: null, scheduledZone: null, scheduleCondition: "always" } as const;

/**
 * Makes a waiting reply due at this moment. It is a person's send from here on: a condition it had no longer counts,
 * unless a standstill had made it late.
 * A machine's step keeps to no window, cap or gap any more. What Smartlead shall keep until a time is only given to it at once: time and
 * condition go along. A hold of the mailbox goes on.
 * @throws AppError `conflict` with what the reply has become, when it does not wait any more; with `held_beside` while it is held for a
 * teammate's reply, which its author has to have read (`sendReplyAnyway`)
 */
export async function sendReplyNow({ actor, db, now }: Context, { replyId }: SendReplyNowInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.status !== "scheduled" && reply.status !== "queued") throw tooLate(reply.status);
    if (reply.heldReason === "teammate") throw new AppError("conflict", { reason: "held_beside" });
    const { scheduledAt, dueAt, origin } = reply;
    const handsOver = isToBeHandedOver(
      { isThroughSmartlead: reply.smartleadLeadId !== null, scheduledAt, dueAt },
      now(),
    );
    await tx
      .update(replies)
      .set({
        status: "queued",
        dueAt: now(),
        nextAttemptAt: null,
        ...(handsOver ? {} : { ...AT_ONCE, origin: byPerson(origin) }),
        // Nobody has asked for an answer while it was held: that is asked now.
        ...(reply.heldReason === "late" ? { heldReason: null, scheduleCondition: reply.scheduleCondition } : {}),
      })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId });
    // A rule may hold now that would not have held at its time, and a step must not pass the one that is looked at with it.
    const status = await judgeAnew({ actor, db: tx, now }, replyId, { isWrittenAnew: false });
    await announceReply(tx, reply, "reply.hastened", { by: actor });
    return { replyId, status };
  });
}
