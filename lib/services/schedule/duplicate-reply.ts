import type { DraftContent } from "@/lib/domain/draft";
import { may, type Context } from "@/lib/services/context";
import { draftOfReply } from "@/lib/services/drafts/draft-of-reply";
import { lockOwnReply } from "@/lib/services/replies/reply-row";
import type { AcceptedReply, ComposerExtras, SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { placeOfReply } from "./place-of-reply";
import type { DuplicateReplyInput } from "./schemas";

/**
 * Plans the words of a reply once more, in the same thread and to the same people, as a reply of the actor's own: it is accepted by
 * all rules by which a composer's is. It is no step of the other's follow-ups.
 * @throws AppError `not_found`, and what `sendEmailThread` throws
 */
export async function duplicateReply(ctx: Context, input: DuplicateReplyInput): Promise<AcceptedReply> {
  const { actor, db } = ctx;
  may(actor, "reply.send");
  const { replyId, draftId, at, zone } = input;
  const { contract, writing } = await db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    const { thread, campaign, parent } = await placeOfReply(tx, reply);
    const content = await draftOfReply(tx, actor, reply);
    return { contract: contractOf(content, { thread, campaign, parent, at }), writing: writingOf(content) };
  });
  return sendEmailThread(ctx, contract, { ...writing, draftId, scheduledZone: zone });
}

type Place = {
  thread: { id: number };
  campaign: { number: number };
  parent: { statsId: string; messageId: string };
  at: string;
};

function contractOf(content: DraftContent, { thread, campaign, parent, at }: Place): SendEmailThreadInput {
  const { to, cc, bcc, bodyHtml, addSignature, scheduleCondition, replyEmailBody, replyEmailTime, seqType } = content;
  return {
    campaignId: campaign.number,
    emailStatsId: parent.statsId,
    replyMessageId: parent.messageId,
    id: thread.id,
    emailBody: bodyHtml,
    toEmail: to.join(", "),
    ...(cc.length > 0 ? { cc: cc.join(", ") } : {}),
    ...(bcc.length > 0 ? { bcc: bcc.join(", ") } : {}),
    scheduledTime: at,
    scheduleCondition,
    addSignature,
    ...(replyEmailBody === undefined ? {} : { replyEmailBody }),
    ...(replyEmailTime === undefined ? {} : { replyEmailTime }),
    ...(seqType === undefined ? {} : { seqType }),
    attachments: content.attachments.map((file) => ({
      file_url: "uploadId" in file ? `/api/uploads/${file.uploadId}` : file.fileUrl,
      file_name: file.fileName,
      ...(file.contentType === null ? {} : { file_type: file.contentType }),
      ...(file.size === null ? {} : { file_size: file.size }),
    })),
  };
}

const writingOf = ({ kind, isPlain, templateIds }: DraftContent): Omit<ComposerExtras, "draftId"> => ({
  ...(kind ? { kind } : {}),
  ...(isPlain ? { isPlain } : {}),
  ...(templateIds ? { templateIds: templateIds.slice(0, 50) } : {}),
});
