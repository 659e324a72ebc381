import { eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxes, replies } from "@/lib/db/schema";
import type { Transport } from "@/lib/mail/transport";
import { claimReply, LEASE_MS, type Claim } from "@/lib/services/replies/claim-reply";
import { extendClaim } from "@/lib/services/replies/extend-claim";
import { markHandedOver, type HeldClaim } from "@/lib/services/replies/mark-handed-over";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { settleReply, type Settlement } from "@/lib/services/replies/settle-reply";
import { composeRaw } from "../compose-raw";
import type { WorkerDeps } from "../deps";
import { dropCopy, keepCopy } from "../outbox-copy";
import { AttachmentFault } from "../reply-files";
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
  const mailbox = await mailboxOf(deps, replyId);
  const transport = mailbox && (await transportFor(mailbox, deps));
  if (!mailbox || !transport) return "idle";
  const claim = await claimReply(db, now, replyId, { leaseMs, mailboxId: mailbox.id });
  if (claim.kind !== "claimed") return claim.kind;
  const held = { replyId, token: claim.token, leaseMs };
  const extension = setInterval(() => {
    extendClaim(db, now, held).catch((error: unknown) => log.warn({ replyId, err: error }, "a claim was not extended"));
  }, leaseMs / 3);
  try {
    const result = await handOver(deps, claim.reply, mailbox, transport, held);
    const status = await settleInTime(deps, held, result);
    if (status === "sent") await storeOwnReply(deps, replyId).catch(logLater(replyId));
    else if (status !== "unknown" && status !== null) await dropCopy(claim.reply);
  } finally {
    clearInterval(extension);
  }
  return "tried";
}

async function mailboxOf({ db }: WorkerDeps, replyId: string) {
  const [row] = await db
    .select({ mailbox: mailboxes })
    .from(replies)
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .where(eq(replies.id, replyId));
  return row?.mailbox;
}

async function handOver(
  { db, now }: WorkerDeps,
  reply: ReplyRow,
  mailbox: typeof mailboxes.$inferSelect,
  transport: Transport,
  held: HeldClaim,
): Promise<Settlement> {
  let isMarked = false;
  try {
    const { raw, envelope } = await composeRaw(db, reply, mailbox, now());
    await keepCopy(reply, raw);
    return await transport.send(envelope, raw, async () => {
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
