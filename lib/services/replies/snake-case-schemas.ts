import { z } from "zod";
import { SendEmailThreadInput } from "./schemas";

const { shape } = SendEmailThreadInput;

/** The same contract in the words of `POST /campaigns/{campaign_id}/reply-email-thread`, which has no `id` field. */
export const ReplyEmailThreadInput = z.strictObject({
  email_stats_id: shape.emailStatsId,
  email_body: shape.emailBody,
  to_email: shape.toEmail,
  to_first_name: shape.toFirstName,
  to_last_name: shape.toLastName,
  scheduled_time: shape.scheduledTime,
  reply_message_id: shape.replyMessageId,
  reply_email_body: shape.replyEmailBody,
  reply_email_time: shape.replyEmailTime,
  cc: shape.cc,
  bcc: shape.bcc,
  schedule_condition: shape.scheduleCondition,
  add_signature: shape.addSignature,
  seq_type: shape.seqType,
  attachments: shape.attachments,
});
export type ReplyEmailThreadInput = z.infer<typeof ReplyEmailThreadInput>;

/** The alias' words as the contract's, with the campaign that its path names. */
export function fromSnakeCase(campaignId: number, body: ReplyEmailThreadInput): SendEmailThreadInput {
  return {
    campaignId,
    emailStatsId: body.email_stats_id,
    emailBody: body.email_body,
    toEmail: body.to_email,
    toFirstName: body.to_first_name,
    toLastName: body.to_last_name,
    scheduledTime: body.scheduled_time,
    replyMessageId: body.reply_message_id,
    replyEmailBody: body.reply_email_body,
    replyEmailTime: body.reply_email_time,
    cc: body.cc,
    bcc: body.bcc,
    scheduleCondition: body.schedule_condition,
    addSignature: body.add_signature,
    seqType: body.seq_type,
    attachments: body.attachments,
  };
}

/** A field of the contract under its name in the alias ("toEmail" → "to_email", "attachments.0.file_url" stays). */
export const snakeName = (path: string): string => path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
