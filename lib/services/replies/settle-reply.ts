import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { retryDelay } from "@/lib/domain/retry-delay";
import type { SendResult } from "@/lib/domain/send-result";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { followReply } from "../follow-ups/follow-reply";
import { bringBack } from "./after-send";
import { becomeUnknown } from "./become-unknown";
import { holdForSignIn } from "./hold-for-sign-in";
import { announceReply, lockReply, type ReplyRow } from "./reply-row";
import { sendingWorks } from "./sending-works";
import { settleSmartleadRefusal, type SmartleadRefusal } from "./settle-smartlead-refusal";

/** A transport's result, or what stopped the reply before any server was asked (closed words). */
export type Settlement =
  | SendResult
  | { kind: "stopped"; temporary: boolean; reason: "attachment" | "internal"; detail: string }
  /** Smartlead keeps it until its time. */
  | { kind: "handed_over"; response: string }
  | (SmartleadRefusal & { kind: "refused_by_smartlead" });

type Refusal = { temporary: boolean; reason: string; response: string; outcomes?: ReplyRow["outcomes"] };

/**
 * Writes how a claimed reply ended. A holder whose claim has run out meanwhile may still say what it learned,
 * as long as nobody else has taken or settled the reply.
 * @returns the status the reply has now, or null when the claim was another's and nothing was written
 */
export async function settleReply(
  db: Database,
  now: Clock,
  { replyId, token, result }: { replyId: string; token: string; result: Settlement },
): Promise<ReplyRow["status"] | null> {
  return db.transaction(async (tx) => {
    const reply = await lockReply(tx, replyId);
    if (!reply || reply.claimToken !== token) return null;
    if (reply.status !== "sending" && reply.status !== "unknown") return null;
    switch (result.kind) {
      case "accepted":
        await sendingWorks(tx, now(), reply);
        return sent(tx, now(), reply, result);
      case "unknown":
        await sendingWorks(tx, now(), reply);
        return becomeUnknown(tx, now, reply, { serverResponse: result.response });
      case "refused":
        return refused(tx, now(), reply, result);
      case "stopped":
        return refused(tx, now(), reply, { ...result, response: result.detail });
      case "handed_over":
        return handedOver(tx, now(), reply, result.response);
      case "refused_by_smartlead":
        return settleSmartleadRefusal(tx, now(), reply, result);
    }
  });
}

async function sent(
  tx: Database,
  at: Date,
  reply: ReplyRow,
  { response, outcomes }: { response: string; outcomes: ReplyRow["outcomes"] },
): Promise<"sent"> {
  await tx
    .update(replies)
    .set({
      status: "sent",
      sentAt: at,
      serverResponse: response,
      outcomes,
      claimedUntil: null,
      nextAttemptAt: null,
      reason: null,
      detail: null,
    })
    .where(eq(replies.id, reply.id));
  await enqueue(tx, JOBS.fileSentCopy, { replyId: reply.id });
  const refusedCount = outcomes.filter(({ accepted }) => !accepted).length;
  await announceReply(tx, reply, "reply.sent", { data: { refusedCount } });
  await followReply(tx, reply, { leftAt: at, at });
  return "sent";
}

/** Its own time is what a list goes by from here on. */
async function handedOver(tx: Database, at: Date, reply: ReplyRow, response: string): Promise<"handed_over"> {
  await tx
    .update(replies)
    .set({
      status: "handed_over",
      handedOverAt: at,
      dueAt: reply.scheduledAt ?? reply.dueAt,
      serverResponse: response,
      claimedUntil: null,
      nextAttemptAt: null,
      reason: null,
      detail: null,
    })
    .where(eq(replies.id, reply.id));
  await announceReply(tx, reply, "reply.handed_over");
  return "handed_over";
}

/** A definite no. The mark goes, since nothing has left; what may pass later is tried again, the rest waits for a person. */
async function refused(tx: Database, at: Date, reply: ReplyRow, refusal: Refusal): Promise<ReplyRow["status"] | null> {
  if (refusal.reason === "mark_lost") return null;
  const shared = {
    claimToken: null,
    claimedUntil: null,
    markedAt: null,
    reason: refusal.reason,
    detail: refusal.response,
    serverResponse: refusal.response,
    outcomes: refusal.outcomes ?? [],
  };
  if (refusal.reason === "auth") return holdForSignIn(tx, at, reply, shared);
  const delay = refusal.temporary ? retryDelay(reply.attempts) : null;
  if (delay === null) {
    await tx
      .update(replies)
      .set({ ...shared, status: "failed", nextAttemptAt: null })
      .where(eq(replies.id, reply.id));
    await bringBack(tx, { workspaceId: reply.workspaceId }, reply);
    await announceReply(tx, reply, "reply.failed", { data: { reason: refusal.reason } });
    return "failed";
  }
  const nextAttemptAt = new Date(at.getTime() + delay);
  await tx
    .update(replies)
    .set({ ...shared, status: "queued", nextAttemptAt })
    .where(eq(replies.id, reply.id));
  await enqueue(tx, JOBS.sendReply, { replyId: reply.id }, { after: nextAttemptAt });
  await announceReply(tx, reply, "reply.deferred", { data: { reason: refusal.reason, attempt: reply.attempts } });
  return "queued";
}
