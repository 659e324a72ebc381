import { eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxes, replies } from "@/lib/db/schema";
import type { Envelope } from "@/lib/mail/transport";
import { claimReply, LEASE_MS, type Claim } from "@/lib/services/replies/claim-reply";
import { extendClaim } from "@/lib/services/replies/extend-claim";
import { markHandedOver, type HeldClaim } from "@/lib/services/replies/mark-handed-over";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { settleReply, type Settlement } from "@/lib/services/replies/settle-reply";
import { composeRaw } from "../compose-raw";
import type { WorkerDeps } from "../deps";
import { dropCopy, keepCopy } from "../outbox-copy";
import { AttachmentFault } from "../reply-files";
import { isAhead, sendThroughSmartlead } from "../smartlead-transport";
import { storeOwnReply } from "../store-own-reply";
import { transportFor } from "../transport-for";

/** `tried` a hand-over was attempted, however it ended; else why not. */
export type SendOutcome = "tried" | Exclude<Claim["kind"], "claimed">;

/**
 * Tries to send one reply: claim, compose, hand over, settle. The row decides, so that an order too many, too early or
 * to two workers does nothing. Storing the message in its thread comes after `sent` is written and cannot undo it.
 */
export async function sendReply(deps: WorkerDeps, { replyId }: { replyId: string }): Promise<SendOutcome> {
  const { db, now, leaseMs = LEASE_MS } = deps;
  const row = await rowOf(deps, replyId);
  const send = row && (await wayOf(deps, row));
  if (!row || !send) return "idle";
  const { mailbox } = row;
  const claim = await claimReply(db, now, replyId, { leaseMs, mailboxId: mailbox.id });
  if (claim.kind !== "claimed") return claim.kind;
  const held = { replyId, token: claim.token, leaseMs };
  const extension = setInterval(() => {
    extendClaim(db, now, held).catch((error: unknown) => log.warn({ replyId, err: error }, "a claim was not extended"));
  }, leaseMs / 3);
  try {
    const result = await handOver(deps, { reply: claim.reply, mailbox, send }, held);
    const status = await settleInTime(deps, held, result);
    if (status === "sent") await storeOwnReply(deps, replyId).catch(logLater(replyId));
    else if (status !== "unknown" && status !== "handed_over" && status !== null) await dropCopy(claim.reply);
  } finally {
    clearInterval(extension);
  }
  return "tried";
}

async function rowOf({ db }: WorkerDeps, replyId: string) {
  const [row] = await db
    .select({ mailbox: mailboxes, smartleadLeadId: replies.smartleadLeadId })
    .from(replies)
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .where(eq(replies.id, replyId));
  return row;
}

type Composed = { reply: ReplyRow; raw: Buffer; envelope: Envelope };
type Send = (composed: Composed, mark: () => Promise<void>) => Promise<Settlement>;

/** By whom a reply leaves: Smartlead, or its mailbox's own server; null when there is none. */
async function wayOf(deps: WorkerDeps, { mailbox, smartleadLeadId }: Row): Promise<Send | null> {
  if (smartleadLeadId !== null) return ({ reply }, mark) => sendThroughSmartlead(deps, reply, mark);
  const transport = await transportFor(mailbox, deps);
  return transport && (({ envelope, raw }, mark) => transport.send(envelope, raw, mark));
}

type Row = { mailbox: typeof mailboxes.$inferSelect; smartleadLeadId: string | null };

async function handOver(
  { db, now }: WorkerDeps,
  { reply, mailbox, send }: { reply: ReplyRow; mailbox: Row["mailbox"]; send: Send },
  held: HeldClaim,
): Promise<Settlement> {
  let isMarked = false;
  try {
    // What Smartlead keeps until its time bears that time in the thread.
    const date = isAhead(reply, now()) ? reply.scheduledAt : null;
    const { raw, envelope } = await composeRaw(db, reply, mailbox, date ?? now());
    await keepCopy(reply, raw);
    return await send({ reply, raw, envelope }, async () => {
      await markHandedOver(db, now, held);
      isMarked = true;
    });
  } catch (error) {
    if (error instanceof AttachmentFault)
      return { kind: "stopped", temporary: false, reason: "attachment", detail: error.fileName };
    log.error({ replyId: reply.id, err: error }, "a reply could not be sent");
    // A transport that throws has broken its promise: past the mark nobody can say what it gave away.
    if (isMarked) return { kind: "unknown", response: "" };
    return { kind: "stopped", temporary: true, reason: "internal", detail: "" };
  }
}

/** The outcome is worth some patience with a database that is away; past that the lease tells the rest. */
async function settleInTime({ db, now }: WorkerDeps, { replyId, token }: HeldClaim, result: Settlement) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleReply(db, now, { replyId, token, result });
    } catch (error) {
      if (attempt === 6) throw error;
      log.warn({ replyId, err: error }, "an outcome was not written yet");
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    }
  }
}

const logLater = (replyId: string) => (error: unknown) =>
  log.warn({ replyId, err: error }, "a sent reply is not in its thread yet");
