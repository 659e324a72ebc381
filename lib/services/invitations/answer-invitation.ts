import { and, eq, isNotNull, inArray, ne } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { formatParty } from "@/lib/domain/address";
import { withEscapedBraces } from "@/lib/domain/fill-variables";
import { answeringOf } from "@/lib/domain/invitation-answer";
import { paragraphsOf } from "@/lib/domain/plain-text";
import { isPending, REPLY_STATUSES } from "@/lib/domain/reply-state";
import { invitationReply } from "@/lib/mail/mime/invitation-reply";
import { parseMessage } from "@/lib/mail/mime/parse";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import { may, type Actor, type Context } from "../context";
import { getMessageSource } from "../messages/get-message-source";
import { announceReply } from "../replies/reply-row";
import type { AcceptedReply } from "../replies/schemas";
import { sendEmailThread } from "../replies/send-email-thread";
import { invitedMessage } from "./invited-message";
import type { AnswerInvitationInput } from "./schemas";

/**
 * Accepts or declines a meeting that somebody has invited the thread's mailbox to: a reply of the outbox to the organiser, which
 * carries a calendar part (iTIP, RFC 5546 §3.2.3; RFC 6047) and is held, sent and told like any other. A former answer that has not
 * left is taken back by a later one.
 * @throws AppError `not_found` (message), `unprocessable` (invitation_cancelled, invitation_changed, invitation_not_invited,
 * invitation_no_organiser, invitation_smartlead, invitation_none, invitation_unreadable), and what sendEmailThread throws
 */
export async function answerInvitation(ctx: Context, input: AnswerInvitationInput): Promise<AcceptedReply> {
  const { actor } = ctx;
  may(actor, "reply.send");
  const { messageId, replyId, answer, words, isOwnWords } = input;
  const invited = await invitedMessage(ctx, messageId);
  const { invitation, target, address, isThroughSmartlead } = invited;
  const answering = answeringOf(invitation, { address, isThroughSmartlead });
  if (!answering || answering.refusal)
    throw new AppError("unprocessable", { reason: `invitation_${answering?.refusal ?? "none"}` });
  const { attachments } = await parseMessage(await getMessageSource(ctx, { messageId }));
  const comment = isOwnWords ? words : "";
  const calendarPart = invitationReply(attachments, { address, answer, comment, at: ctx.now() });
  if (calendarPart === null) throw new AppError("unprocessable", { reason: "invitation_unreadable" });
  return sendEmailThread(
    ctx,
    {
      ...target,
      toEmail: formatParty(invitation.organiser!),
      emailBody: withEscapedBraces(paragraphsOf(words)),
    },
    { draftId: replyId, isPlain: true },
    async (tx) => {
      await tx.update(replies).set({ calendarPart }).where(eq(replies.id, replyId));
      await takeBackFormer(tx, actor, { parentId: messageId, replyId, at: ctx.now() });
    },
  );
}

const PENDING = REPLY_STATUSES.filter(isPending);

type Answered = { parentId: string; replyId: string; at: Date };

/** Whoever changes an answer at once sends one, not two. The worker claims in one update as well: what it has is on its way. */
async function takeBackFormer(tx: Database, by: Actor, { parentId, replyId, at }: Answered) {
  const former = await tx
    .update(replies)
    .set({ status: "cancelled", reason: "undone", heldReason: null, nextAttemptAt: null })
    .where(
      and(
        eq(replies.parentId, parentId),
        ne(replies.id, replyId),
        isNotNull(replies.calendarPart),
        inArray(replies.status, PENDING),
      ),
    )
    .returning();
  await closeReviews(
    tx,
    former.map(({ id }) => id),
    at,
  );
  for (const reply of former) await announceReply(tx, reply, "reply.undone", { by });
}
