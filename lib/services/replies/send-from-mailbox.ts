import { AppError } from "@/lib/core/errors";
import { may, type Context } from "../context";
import { moveReply, requireSender } from "./move-reply";
import type { SendFromMailboxInput } from "./outbox-schemas";
import { lockOwnReply, tooLate, type ReplyRow } from "./reply-row";

/**
 * Sends a reply that has failed, or is held, from another mailbox: in the same thread, with that mailbox's name and signature.
 * Nothing of it has arrived, as far as anybody knows, so that its Message-ID may move to the other domain; `getReplyStatus` still knows the former one.
 * A time ahead and a condition stay.
 * @throws AppError `conflict` with what the reply has become, or `invitation_answer`; `unprocessable` (mailbox_not_connected) for a mailbox that cannot send it,
 * (leaves_by_smartlead) for one that is the thread's alone
 */
export async function sendFromMailbox({ actor, db, now }: Context, { replyId, mailboxId }: SendFromMailboxInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isStuck(reply)) throw tooLate(reply.status);
    // Smartlead sends from the mailbox of the thread; nothing there takes another one.
    if (reply.smartleadLeadId !== null) throw new AppError("unprocessable", { reason: "leaves_by_smartlead" });
    // Who was invited answers; from another address it is nobody's answer.
    if (reply.calendarPart !== null) throw new AppError("conflict", { reason: "invitation_answer" });
    const mailbox = await requireSender(tx, reply, mailboxId, actor);
    const { status, messageId } = await moveReply(tx, reply, mailbox, { by: actor, at: now() });
    return { replyId, status, mailboxId, messageId: `<${messageId}>` };
  });
}

const isStuck = ({ status, heldReason }: ReplyRow): boolean =>
  status === "failed" || ((status === "scheduled" || status === "queued") && heldReason !== null);
