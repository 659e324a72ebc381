import { z } from "zod";
import { parseAddressList } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { SCHEDULE_CONDITIONS, type ReplyStatus } from "@/lib/domain/reply-state";
import { isZone } from "@/lib/domain/wall-time";
import { FollowUpsOfReply } from "../follow-ups/schemas";
import { InstantInput } from "../instant-schemas";

const MAX_BODY = 2_000_000;
const MAX_ADDRESSES = 100;

/** A half of a surrogate pair is no character; jsonb refuses it, and mail shows it as U+FFFD. */
const text = z.string().overwrite((value) => value.toWellFormed());

/** Text that stands in one line (a header, a name): no control characters, no line separators. */
const line = (maximum: number) =>
  text.max(maximum, { abort: true }).refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "control_character");

/** Text of many lines. PostgreSQL stores no NUL, and no mail client shows one. */
const prose = (maximum: number) => text.max(maximum, { abort: true }).refine((text) => !text.includes("\0"), "nul");

/** Addresses separated by commas, with or without names (RFC 5322 §3.4). Each bad one is named. */
// What is too long is not read at all: a list of a megabyte takes a parser a minute.
const addresses = text.max(20_000, { abort: true }).superRefine((text, context) => {
  if (text.trim() === "") return;
  const { parties, bad } = parseAddressList(text);
  for (const each of bad)
    context.addIssue({
      code: "custom",
      message: each.reason === "control_character" ? "control_character" : "address",
      params: { address: each.text.slice(0, 320) },
    });
  if (bad.length === 0 && parties.length === 0)
    context.addIssue({ code: "custom", message: "address", params: { address: text } });
  if (parties.length > MAX_ADDRESSES)
    context.addIssue({ code: "custom", message: "too_many", params: { maximum: MAX_ADDRESSES } });
});

/** A file of a reply: one of the sender's own uploads (an address of this app) or an https address. */
export const ReplyAttachmentInput = z.strictObject({
  file_url: line(2048).min(1).meta({
    description:
      "An https address, from which the file is fetched when the reply is sent. The app's composer names its own uploads here; no call with an API key makes one.",
    format: "uri-reference",
  }),
  file_name: line(255)
    .min(1)
    .optional()
    .meta({ description: "Its name in the message; absent = the last part of the address" }),
  file_type: line(127)
    .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/, "mime_type")
    .optional()
    .meta({ description: "MIME type, such as application/pdf; absent = what the server says" }),
  file_size: z.number().int().nonnegative().optional().meta({ description: "Bytes; the file itself decides" }),
});
export type ReplyAttachmentInput = z.infer<typeof ReplyAttachmentInput>;

/**
 * The contract: the body of `POST /email-campaigns/send-email-thread` as Smartlead documents it
 * (reference of its API, "Reply to lead"). Form, server action, HTTP route and Smartlead client share this one schema.
 */
export const SendEmailThreadInput = z.strictObject({
  campaignId: z
    .number()
    .int()
    .positive()
    .meta({ description: "The number of the thread's campaign", examples: [12345] }),
  emailStatsId: line(200)
    .min(1)
    .meta({ description: "Stats id of the message replied to", examples: ["abc-123"] }),
  emailBody: prose(MAX_BODY).refine(hasContent, "empty").meta({
    description:
      'HTML, or plain text whose lines become paragraphs. Variables such as {{lead.firstName | "there"}} are filled in when the reply is accepted; one without a value and a fallback is refused by its name, and \\{{ stands for braces',
  }),
  id: z.number().int().positive().optional().meta({ description: "The thread's number; must agree with emailStatsId" }),
  toEmail: addresses
    .min(1)
    .optional()
    .meta({ description: "Recipient; absent = the lead's address, and nothing is added" }),
  toFirstName: line(200).optional().meta({ description: "First name of the recipient, as the header To shows it" }),
  toLastName: line(200).optional().meta({ description: "Last name of the recipient" }),
  scheduledTime: InstantInput.optional().meta({
    description: "ISO 8601 with an offset or Z; absent or at most 60 s ahead = now; at most 5 min past",
    format: "date-time",
  }),
  replyMessageId: line(998)
    .min(1)
    .optional()
    .meta({ description: "Message-ID of the message replied to; must be in the thread" }),
  replyEmailBody: prose(MAX_BODY).optional().meta({ description: "What is quoted; absent = the stored message" }),
  replyEmailTime: line(100)
    .refine((text) => !Number.isNaN(Date.parse(text)), "not_a_time")
    .optional()
    .meta({ description: "When the message replied to was sent; not a schedule" }),
  cc: addresses.optional().meta({ description: "Addresses separated by commas; 100 recipients in all" }),
  bcc: addresses.optional().meta({ description: "Addresses separated by commas; no other recipient sees them" }),
  scheduleCondition: z
    .enum(SCHEDULE_CONDITIONS)
    .optional()
    .meta({ description: "if_no_reply: dropped when the lead answers first. Default always" }),
  addSignature: z.boolean().optional().meta({ description: "Add the mailbox's signature. Default false" }),
  seqType: line(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "token")
    .optional()
    .meta({ description: "A short token, stored and carried along" }),
  attachments: z.array(ReplyAttachmentInput).max(50).optional().meta({ description: "Files, 25 MB in all" }),
});
export type SendEmailThreadInput = z.infer<typeof SendEmailThreadInput>;

/** What only this app's composer adds to the contract. */
export const ComposerExtras = z.strictObject({
  draftId: z.uuid(),
  /**
   * When the draft was saved that is sent (null = never): one that was saved elsewhere since then does not go with it. Absent = whatever
   * it is.
   */
  basedOn: z.iso.datetime({ offset: true }).nullable().optional(),
  /** The zone in which `scheduledTime` was chosen (IANA). */
  scheduledZone: line(64).refine(isZone, "not_a_zone").optional(),
  /** The composer was told that the lead unsubscribed, asked not to be written to or bounced, and the person sends knowingly. */
  confirmedDespite: z.enum(["unsubscribed", "do_not_contact", "bounced"]).optional(),
  kind: z.literal("forward").optional(),
  isPlain: z.literal(true).optional(),
  /** The templates that its text was written with. */
  templateIds: z.array(z.uuid()).max(50).optional(),
  /** The thread is marked as done along with it. */
  archive: z.literal(true).optional(),
  /** Somebody else shall look at it before it leaves: whoever is named, or who comes first, with a word for them. */
  review: z.strictObject({ reviewerId: z.uuid().optional(), note: prose(2_000).optional() }).optional(),
  /** When its author wants the thread back if nobody has answered. */
  remindAt: InstantInput.optional(),
  /** What follows it as long as nobody answers. */
  followUps: FollowUpsOfReply.optional(),
  /** Of when the author's knowledge of the thread is: what teammates have replied since then they may not have seen. */
  begunAt: z.iso.datetime({ offset: true }).optional(),
});
export type ComposerExtras = z.infer<typeof ComposerExtras>;

/** A forward may say nothing of its own. */
export const SendFromComposerInput = z
  .strictObject({ contract: SendEmailThreadInput.extend({ emailBody: prose(MAX_BODY) }), composer: ComposerExtras })
  .refine(({ contract, composer }) => composer.kind === "forward" || hasContent(contract.emailBody), {
    path: ["contract", "emailBody"],
    message: "empty",
  });
export type SendFromComposerInput = z.infer<typeof SendFromComposerInput>;

/** What an accepted reply is answered with. `messageId` has angle brackets; times are ISO 8601 in UTC. */
export type AcceptedReply = {
  replyId: string;
  messageId: string;
  status: ReplyStatus;
  scheduledTime: string | null;
  /** It does not leave before its author has seen what a teammate has replied meanwhile. */
  isHeldBeside?: true;
  /** It was taken before: this press added nothing. */
  isRepeat?: true;
  /** What was taken before says something else. */
  hasOtherWords?: true;
};

/** What is said of a reply that is looked at before it leaves; its HTML is drawn in a frame of its own. */
export type PreviewedReply = {
  from: Party;
  to: Party[];
  cc: Party[];
  bcc: Party[];
  subject: string;
  /** ISO 8601: the chosen time, or now. */
  time: string;
  isScheduled: boolean;
  isPlain: boolean;
  /** As programs read that show no HTML. */
  text: string;
  /** Bytes; null where nobody has said how large it is. */
  files: { fileName: string; size: number | null }[];
  /** Pictures on other servers, which a preview does not load. */
  remoteImages: number;
};

export const GetReplyStatusInput = z.strictObject({
  message_id: line(998)
    .min(1)
    .meta({ description: "The messageId of an accepted reply, with or without its angle brackets" }),
});
export type GetReplyStatusInput = z.infer<typeof GetReplyStatusInput>;

/** Whether a body shows anything: a word or an image. */
function hasContent(body: string): boolean {
  const shown = body.replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, "");
  if (/<img\b/i.test(shown)) return true;
  return shown.replace(/<[^<>]*>|&nbsp;|&#160;/gi, "").trim() !== "";
}
