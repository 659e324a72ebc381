import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, smartleadConnections } from "@/lib/db/schema";
import { retryDelay } from "@/lib/domain/retry-delay";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import type { RemoteSendResult } from "@/lib/smartlead/smartlead-api";
import { record } from "../record";
import { bringBack } from "./after-send";
import { announceReply, type ReplyRow } from "./reply-row";
import { smartleadOfReply } from "./smartlead-of-reply";

/** `keyHash` of the key with which it was asked. */
export type SmartleadRefusal = Omit<Extract<RemoteSendResult, { kind: "refused" }>, "kind"> & { keyHash: string };

/** Without a word of Smartlead's own on how long to wait (429). */
const LIMIT_MS = 30_000;
/** A key that goes on being refused is tried no rarer than this. */
const REFUSED_KEY_MS = 8 * 3_600_000;

/**
 * Smartlead has definitely not taken a reply. A key that it refuses holds all replies of the account, and this one for longer each
 * time, since reading may go on working with a key that may not send; a limit is waited out as told and costs no try; what may pass later is tried again, the rest waits for a person. Called with the reply locked.
 */
export async function settleSmartleadRefusal(
  tx: Database,
  at: Date,
  reply: ReplyRow,
  refusal: SmartleadRefusal,
): Promise<ReplyRow["status"]> {
  const { reason, response, keyHash } = refusal;
  // Tries with a key that was refused were none of the reply's own.
  const tries = reason !== "auth" && reply.reason === "smartlead_auth" ? 1 : reply.attempts;
  const shared = {
    claimToken: null,
    claimedUntil: null,
    markedAt: null,
    reason: `smartlead_${reason}`,
    detail: response,
    serverResponse: response,
    outcomes: [],
  };
  if (reason === "auth") {
    const nextAttemptAt = new Date(at.getTime() + (retryDelay(reply.attempts) ?? REFUSED_KEY_MS));
    await tx
      .update(replies)
      .set({ ...shared, status: "queued", heldReason: "smartlead", nextAttemptAt })
      .where(eq(replies.id, reply.id));
    await refuseKey(tx, at, reply, { keyHash, detail: response });
    await announceReply(tx, reply, "reply.held", { data: { reason: "smartlead" } });
    return "queued";
  }
  const nextAttemptAt = nextTry(at, tries, refusal);
  if (nextAttemptAt === null) {
    await tx
      .update(replies)
      .set({ ...shared, status: "failed", nextAttemptAt })
      .where(eq(replies.id, reply.id));
    await bringBack(tx, { workspaceId: reply.workspaceId }, reply);
    await announceReply(tx, reply, "reply.failed", { data: { reason: shared.reason } });
    return "failed";
  }
  const attempts = reason === "limit" ? Math.max(0, tries - 1) : tries;
  await tx
    .update(replies)
    .set({ ...shared, status: "queued", attempts, nextAttemptAt })
    .where(eq(replies.id, reply.id));
  await enqueue(tx, JOBS.sendReply, { replyId: reply.id }, { after: nextAttemptAt });
  await announceReply(tx, reply, "reply.deferred", { data: { reason: shared.reason, attempt: tries } });
  return "queued";
}

function nextTry(at: Date, tries: number, { reason, temporary, retryAt }: SmartleadRefusal): Date | null {
  if (reason === "limit") return retryAt ?? new Date(at.getTime() + LIMIT_MS);
  const delay = temporary ? retryDelay(tries) : null;
  if (delay === null) return null;
  return new Date(Math.max(at.getTime() + delay, retryAt?.getTime() ?? 0));
}

/**
 * From here on nothing of the account leaves until its key is right again; the sweep holds what waits. A key that was replaced
 * meanwhile says nothing of the new one.
 */
async function refuseKey(
  tx: Database,
  at: Date,
  reply: ReplyRow,
  { keyHash, detail }: { keyHash: string; detail: string },
): Promise<void> {
  const connection = (await smartleadOfReply(tx, reply))?.connection;
  if (!connection) return;
  const { workspaceId } = reply;
  const failing = await tx
    .update(smartleadConnections)
    .set({ state: "failing", stateReason: "auth", stateDetail: detail, stateSince: at })
    .where(
      and(
        eq(smartleadConnections.id, connection.id),
        eq(smartleadConnections.keyHash, keyHash),
        ne(smartleadConnections.state, "disconnected"),
      ),
    )
    .returning({ id: smartleadConnections.id });
  if (failing.length === 0) return;
  await record(tx, { workspaceId }, "smartlead.failing", { subjectId: connection.id, data: { reason: "auth" } });
  await notifyChange(tx, { workspaceId, kind: "smartlead" });
}
