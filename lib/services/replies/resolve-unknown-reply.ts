import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import { followReply } from "../follow-ups/follow-reply";
import { bringBack } from "./after-send";
import { findEvidence } from "./find-evidence";
import type { ResolveUnknownReplyInput } from "./outbox-schemas";
import { proveSent } from "./prove-sent";
import { announceReply, lockOwnReply, tooLate, type ReplyRow } from "./reply-row";

/**
 * A person says what became of a reply whose outcome nobody knew: it arrived and counts as sent, or it did not
 * and has failed, so that it can be retried. What is stored already and shows that it did leave counts more than their word.
 * @throws AppError `conflict` when the outcome is known meanwhile
 */
export async function resolveUnknownReply({ actor, db, now }: Context, { replyId, arrived }: ResolveUnknownReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.status !== "unknown") throw tooLate(reply.status);
    const evidence = arrived ? null : await findEvidence(tx, reply);
    if (evidence) {
      await proveSent(tx, reply, evidence);
      return { replyId, status: "sent" as const };
    }
    if (arrived) {
      await tx
        .update(replies)
        .set({ status: "sent", sentAt: leftAt(reply, now()), claimedUntil: null })
        .where(eq(replies.id, replyId));
      await enqueue(tx, JOBS.fileSentCopy, { replyId });
    } else {
      // Without its token the old holder can say no more: from here on the reply may be sent again.
      await tx
        .update(replies)
        .set({ status: "failed", reason: "not_arrived", claimToken: null, claimedUntil: null })
        .where(eq(replies.id, replyId));
      await bringBack(tx, actor, reply);
    }
    const status = arrived ? ("sent" as const) : ("failed" as const);
    await announceReply(tx, reply, `reply.${status}`, { by: actor, data: { evidence: "person" } });
    if (arrived) await followReply(tx, reply, { leftAt: leftAt(reply, now()), at: now() });
    return { replyId, status };
  });
}

/** What Smartlead kept until a time left then. */
function leftAt({ markedAt, scheduledAt }: ReplyRow, now: Date): Date {
  const known = [markedAt, scheduledAt].filter((time) => time !== null && time <= now);
  return known.toSorted((a, b) => b!.getTime() - a!.getTime())[0] ?? now;
}
