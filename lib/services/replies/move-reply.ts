import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { mailboxes, replies } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import type { Actor } from "../context";
import { announceReply, type ReplyRow } from "./reply-row";
import { mayStandIn } from "./sending-mailboxes";
import { unsent } from "./unsent";

/** The mailbox that shall send in the place of a reply's own. @throws AppError `unprocessable` (mailbox_not_connected) */
export async function requireSender(
  tx: Database,
  reply: Pick<ReplyRow, "workspaceId" | "mailboxId">,
  mailboxId: string,
  by?: Actor,
): Promise<{ id: string; address: string }> {
  const [mailbox] = await tx
    .select({ id: mailboxes.id, address: mailboxes.address })
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), mayStandIn(reply), by && mailboxesOf(by)));
  if (!mailbox) throw new AppError("unprocessable", { reason: "mailbox_not_connected" });
  return mailbox;
}

/**
 * Gives a locked reply of which nothing has left to another mailbox, with all tries ahead of it. Its Message-ID moves to that domain;
 * a time ahead, a condition and a wait for approval stay, and the question
 * whether it should leave beside a teammate's, or of many, whether one that is late still should.
 */
export async function moveReply(
  tx: Database,
  reply: ReplyRow,
  mailbox: { id: string; address: string },
  { by, at, isOneOfMany = false }: { by: Actor; at: Date; isOneOfMany?: boolean },
) {
  const isUnapproved = reply.status === "awaiting_approval";
  const { heldReason } = reply;
  const isAsked = heldReason === "teammate" || (isOneOfMany && heldReason === "late");
  const isAhead = reply.status === "scheduled" && reply.dueAt > at;
  const status = isUnapproved ? ("awaiting_approval" as const) : isAhead ? ("scheduled" as const) : ("queued" as const);
  const dueAt = isUnapproved || isAhead || isAsked ? reply.dueAt : at;
  const messageId = `${localPartOf(reply.messageId)}@${domainOf(addressKey(mailbox.address))}`;
  await tx
    .update(replies)
    .set({ ...unsent, mailboxId: mailbox.id, messageId, status, dueAt, ...(isAsked ? { heldReason } : {}) })
    .where(eq(replies.id, reply.id));
  if (!isUnapproved && !isAsked)
    await enqueue(tx, JOBS.sendReply, { replyId: reply.id }, isAhead ? { after: dueAt } : {});
  const data = { from: reply.mailboxId, to: mailbox.id, formerMessageId: reply.messageId };
  await announceReply(tx, reply, "reply.mailbox_changed", { by, data });
  return { status, messageId };
}

const localPartOf = (messageId: string): string => messageId.slice(0, messageId.lastIndexOf("@"));
