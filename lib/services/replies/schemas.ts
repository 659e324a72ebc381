import { z } from "zod";
import { SCHEDULE_CONDITIONS } from "@/lib/domain/reply-state";

/** A file of a reply: one of the sender's own uploads (an address of this app) or an https address. */
export const ReplyAttachmentInput = z.strictObject({
  file_url: z.string().min(1),
  file_name: z.string().min(1).max(255).optional(),
  file_type: z.string().max(127).optional(),
  file_size: z.number().int().nonnegative().optional(),
});

/**
 * The contract: the body of `POST /email-campaigns/send-email-thread` as Smartlead documents it
 * (reference of its API, "Reply to lead"). Form, server action, HTTP route and Smartlead client share this one schema.
 */
export const SendEmailThreadInput = z.strictObject({
  campaignId: z.number().int().positive(),
  emailStatsId: z.string().min(1).max(200),
  emailBody: z.string().min(1),
  id: z.number().int().positive().optional(),
  toEmail: z.string().optional(),
  toFirstName: z.string().max(200).optional(),
  toLastName: z.string().max(200).optional(),
  scheduledTime: z.string().optional(),
  replyMessageId: z.string().max(998).optional(),
  replyEmailBody: z.string().optional(),
  replyEmailTime: z.string().optional(),
  cc: z.string().optional(),
  bcc: z.string().optional(),
  scheduleCondition: z.enum(SCHEDULE_CONDITIONS).optional(),
  addSignature: z.boolean().optional(),
  seqType: z.string().optional(),
  attachments: z.array(ReplyAttachmentInput).max(50).optional(),
});
export type SendEmailThreadInput = z.infer<typeof SendEmailThreadInput>;

/** What only this app's composer adds to the contract. */
export const ComposerExtras = z.strictObject({
  draftId: z.uuid(),
  /** The zone in which `scheduledTime` was chosen (IANA). */
  scheduledZone: z.string().max(64).optional(),
  /** The composer was told that the lead unsubscribed, asked not to be written to or bounced, and the person sends knowingly. */
  confirmedDespite: z.enum(["unsubscribed", "do_not_contact", "bounced"]).optional(),
});
export type ComposerExtras = z.infer<typeof ComposerExtras>;
export const SendFromComposerInput = z.strictObject({ contract: SendEmailThreadInput, composer: ComposerExtras });
export type SendFromComposerInput = z.infer<typeof SendFromComposerInput>;

/** What an accepted reply is answered with. `messageId` has angle brackets; times are ISO 8601 in UTC. */
export type AcceptedReply = {
  replyId: string;
  messageId: string;
  status:
    | "awaiting_approval"
    | "scheduled"
    | "queued"
    | "sending"
    | "sent"
    | "handed_over"
    | "failed"
    | "unknown"
    | "cancelled";
  scheduledTime: string | null;
};
