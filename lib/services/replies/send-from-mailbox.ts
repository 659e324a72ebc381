import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { mailboxes, replies } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import type { SendFromMailboxInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate, type ReplyRow } from "./reply-row";
import { mayStandIn } from "./sending-mailboxes";
import { unsent } from "./unsent";

/**
 * Sends a reply that has failed, or is held, from another mailbox: in the same thread, with that mailbox's name and signature.
 * Nothing of it has arrived, as far as anybody knows, so that its Message-ID may move to the other domain; `getReplyStatus` still knows the former one.
 * A time ahead and a condition stay.
 * @throws AppError `conflict` with what the reply has become; `unprocessable` (mailbox_not_connected) for a mailbox that cannot send it
 */
export async function sendFromMailbox({ actor, db, now }: Context, { replyId, mailboxId }: SendFromMailboxInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isStuck(reply)) throw tooLate(reply.status);
    const mailbox = await requireSender(tx, reply, mailboxId);
    const isAhead = reply.status === "scheduled" && reply.dueAt > now();
    const status = isAhead ? ("scheduled" as const) : ("queued" as const);
    const dueAt = isAhead ? reply.dueAt : now();
    const messageId = `${localPartOf(reply.messageId)}@${domainOf(addressKey(mailbox.address))}`;
    await tx
      .update(replies)
      .set({ ...unsent, mailboxId, messageId, status, dueAt })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId }, isAhead ? { after: dueAt } : {});
    const data = { from: reply.mailboxId, to: mailboxId, formerMessageId: reply.messageId };
    await announceReply(tx, reply, "reply.mailbox_changed", { by: actor, data });
    return { replyId, status, mailboxId, messageId: `<${messageId}>` };
  });
}

const isStuck = ({ status, heldReason }: ReplyRow): boolean =>
  status === "failed" || ((status === "scheduled" || status === "queued") && heldReason !== null);

async function requireSender(tx: Database, reply: ReplyRow, mailboxId: string) {
  const [mailbox] = await tx
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), mayStandIn(reply)));
  if (!mailbox) throw new AppError("unprocessable", { reason: "mailbox_not_connected" });
  return mailbox;
}

const localPartOf = (messageId: string): string => messageId.slice(0, messageId.lastIndexOf("@"));
