import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import type { ChainEnd } from "@/lib/domain/follow-up";
import { asksPerson, type HeldReason } from "@/lib/domain/reply-state";
import { chainOfReply } from "../follow-ups/chain-of-reply";
import { endChain } from "../follow-ups/end-chain";
import { pushSteps } from "../follow-ups/push-steps";
import { tellMembers } from "../notifications/tell-members";
import { bringBack, takeBackAfterSend } from "./after-send";
import { verdictOn, type Verdict } from "./claim-verdict";
import { announceReply, lockReply, type ReplyRow } from "./reply-row";
import { requestPoll } from "./request-poll";
import { requestSync } from "./request-sync";

/** How long a claim holds without being extended. */
export const LEASE_MS = 5 * 60_000;
/** How long a reply waits for a fresh sync before the wait is shown as a hold. */
const SYNC_PATIENCE_MS = 30_000;

export type Claim =
  | { kind: "claimed"; reply: ReplyRow; token: string }
  /** Nothing to do: not due, taken by another, or settled. */
  | { kind: "idle" }
  /** Another reply of the same mailbox is being sent. */
  | { kind: "busy" }
  | { kind: "waiting_for_sync" }
  | { kind: "held"; reason: HeldReason }
  /** Put off by a window, by the mailbox's cap or gap, or since what it follows has not left. */
  | { kind: "later"; until: Date }
  | { kind: "stopped"; status: "cancelled" | "failed"; reason: string };

/**
 * Takes one due reply for sending, or says why not. Everything that may stop it is checked in the claiming
 * transaction, so that nothing slips in between the check and the claim; exactly one claimer wins.
 * @param leaseMs after which the claim is void unless extended
 * @param mailboxId that the claimer would send from: idle when the reply was given to another mailbox meanwhile
 */
export async function claimReply(
  db: Database,
  now: Clock,
  replyId: string,
  { leaseMs = LEASE_MS, mailboxId }: { leaseMs?: number; mailboxId?: string } = {},
): Promise<Claim> {
  return db.transaction(async (tx) => {
    const reply = await lockReply(tx, replyId);
    const at = now();
    if (!reply || !isClaimable(reply, at)) return { kind: "idle" };
    if (mailboxId !== undefined && reply.mailboxId !== mailboxId) return { kind: "idle" };
    if (await isMailboxBusy(tx, reply, at)) return { kind: "busy" };
    const verdict = await verdictOn(tx, reply, at);
    if (verdict.kind === "stop") return stop(tx, reply, { ...verdict, at });
    if (verdict.kind === "behind") return { kind: "later", until: await pushSteps(tx, reply, at) };
    if (verdict.kind === "hold") return holdFor(tx, reply, verdict, at);
    if (verdict.kind === "later") return putOff(tx, reply, verdict);
    if (verdict.kind === "sync") return awaitSync(tx, now, reply, verdict);
    return take(tx, reply, at, leaseMs);
  });
}

function isClaimable(reply: ReplyRow, at: Date): boolean {
  const isWaiting = reply.status === "scheduled" || reply.status === "queued";
  if (asksPerson(reply.heldReason)) return false;
  return isWaiting && reply.dueAt <= at && (reply.nextAttemptAt ?? at) <= at;
}

async function isMailboxBusy(tx: Database, { id, mailboxId }: ReplyRow, at: Date): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`send:${mailboxId}`}, 0))`);
  const [other] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.mailboxId, mailboxId),
        eq(replies.status, "sending"),
        gt(replies.claimedUntil, at),
        ne(replies.id, id),
      ),
    )
    .limit(1);
  return other !== undefined;
}

async function take(tx: Database, { id }: ReplyRow, at: Date, leaseMs: number): Promise<Claim> {
  const token = newId();
  const [reply] = await tx
    .update(replies)
    .set({
      status: "sending",
      heldReason: null,
      claimToken: token,
      claimedUntil: new Date(at.getTime() + leaseMs),
      markedAt: null,
      attempts: sql`${replies.attempts} + 1`,
    })
    .where(
      and(
        eq(replies.id, id),
        inArray(replies.status, ["scheduled", "queued"]),
        lte(replies.dueAt, at),
        or(isNull(replies.nextAttemptAt), lte(replies.nextAttemptAt, at)),
      ),
    )
    .returning();
  if (!reply) return { kind: "idle" };
  await announceReply(tx, reply, "reply.sending", { data: { attempt: reply.attempts } });
  return { kind: "claimed", reply, token };
}

async function stop(
  tx: Database,
  reply: ReplyRow,
  { status, reason, at }: { status: "cancelled" | "failed"; reason: string; at: Date },
): Promise<Claim> {
  await tx.update(replies).set({ status, reason, heldReason: null }).where(eq(replies.id, reply.id));
  const { workspaceId } = reply;
  if (status === "failed") await bringBack(tx, { workspaceId }, reply);
  else {
    // What stops a step, or the reply that brought the chain along, stops all behind it.
    const place = await chainOfReply(tx, reply);
    if (place) await endChain(tx, place.chain, { reason: CHAIN_ENDS[reason] ?? "unsubscribed", at });
    await takeBackAfterSend(tx, { workspaceId }, reply, at);
  }
  await announceReply(tx, reply, `reply.${status}`, { data: { reason } });
  return { kind: "stopped", status, reason };
}

/** Who is on the block list or asked not to be written to is as good as unsubscribed. */
const CHAIN_ENDS: Record<string, ChainEnd> = { lead_answered: "answered", lead_bounced: "bounced" };

/** Held for a teammate's reply, its author hears of it, and the thread that was done along with it is not. */
async function holdFor(
  tx: Database,
  reply: ReplyRow,
  { reason, byId = null }: { reason: HeldReason; byId?: string | null },
  at: Date,
): Promise<Claim> {
  if (reason === "teammate") {
    const { id: subjectId, workspaceId, threadId, authorId: memberId } = reply;
    await tellMembers(tx, { workspaceId, byId, at }, [{ memberId, kind: "reply_held", threadId, subjectId }]);
    await bringBack(tx, { workspaceId }, reply);
  }
  return hold(tx, reply, reason);
}

async function hold(tx: Database, reply: ReplyRow, reason: HeldReason): Promise<Claim> {
  if (reply.heldReason !== reason || reply.status !== "queued") {
    await tx.update(replies).set({ status: "queued", heldReason: reason }).where(eq(replies.id, reply.id));
    await announceReply(tx, reply, "reply.held", { data: { reason } });
  }
  return { kind: "held", reason };
}

async function putOff(tx: Database, reply: ReplyRow, { until, reason }: Put): Promise<Claim> {
  if (reason) await hold(tx, reply, reason);
  await tx.update(replies).set({ nextAttemptAt: until }).where(eq(replies.id, reply.id));
  if (reply.nextAttemptAt?.getTime() !== until.getTime())
    await announceReply(tx, reply, "reply.put_off", { data: { until: until.toISOString() } });
  return { kind: "later", until };
}

type Put = Extract<Verdict, { kind: "later" }>;
type Unread = Extract<Verdict, { kind: "sync" }>;

async function awaitSync(tx: Database, now: Clock, reply: ReplyRow, unread: Unread): Promise<Claim> {
  // In one order, so that two claims that wait for the same do not wait for each other.
  for (const mailboxId of unread.mailboxIds.toSorted()) await requestSync(tx, now, mailboxId);
  for (const connectionId of unread.connectionIds.toSorted()) await requestPoll(tx, now, connectionId);
  const since = Math.max(reply.dueAt.getTime(), reply.nextAttemptAt?.getTime() ?? 0);
  if (now().getTime() - since > SYNC_PATIENCE_MS || unread.isFailing) return hold(tx, reply, "sync_stale");
  return { kind: "waiting_for_sync" };
}
