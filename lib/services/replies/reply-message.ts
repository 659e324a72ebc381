import type { mailboxes, messages } from "@/lib/db/schema";
import { looksLikeHtml, paragraphsOf } from "@/lib/domain/plain-text";
import { isMessageId, referencesFor } from "@/lib/domain/references";
import type { ComposeAttachment, ComposeInput } from "@/lib/mail/mime/compose";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import type { ReplyRow } from "./reply-row";

type Parent = typeof messages.$inferSelect;

/** What of an outbox row stands in its message. */
export type WrittenReply = Pick<
  ReplyRow,
  | "to"
  | "cc"
  | "bcc"
  | "subject"
  | "messageId"
  | "bodyHtml"
  | "isPlain"
  | "addSignature"
  | "replyEmailBody"
  | "replyEmailTime"
  | "kind"
> &
  Partial<Pick<ReplyRow, "calendarPart">>;

type Around = {
  mailbox: Pick<typeof mailboxes.$inferSelect, "displayName" | "address" | "signatureHtml">;
  parent: Parent;
  /** The sender's IANA zone. */
  timeZone: string;
  date: Date;
  attachments: ComposeAttachment[];
};

/** What a reply's message is composed from: the one way for what leaves and for what is only looked at. */
export function replyMessage(reply: WrittenReply, around: Around): ComposeInput {
  const { mailbox, parent, timeZone, date, attachments } = around;
  return {
    from: { name: mailbox.displayName, address: mailbox.address },
    to: reply.to,
    cc: reply.cc,
    bcc: reply.bcc,
    subject: reply.subject,
    messageId: reply.messageId,
    // Who is passed a message is answered nothing; References alone keep it beside the original (RFC 5322 §3.6.4).
    inReplyTo: reply.kind !== "forward" && isMessageId(parent.messageId) ? parent.messageId : "",
    references: referencesFor(parent),
    date,
    bodyHtml: reply.bodyHtml,
    isPlain: reply.isPlain,
    signatureHtml: reply.addSignature && mailbox.signatureHtml ? mailbox.signatureHtml : null,
    quote: quoteOf(reply, parent),
    timeZone,
    attachments,
    calendarReply: reply.calendarPart ?? null,
  };
}

/** What is quoted: the words the caller gave, else the stored message; below the answer to an invitation nothing. */
function quoteOf(reply: WrittenReply, parent: Parent): ComposeInput["quote"] {
  const { kind, replyEmailBody, replyEmailTime } = reply;
  if (reply.calendarPart) return null;
  const given = new Date(replyEmailTime ?? Number.NaN);
  const sentAt = Number.isNaN(given.getTime()) ? parent.sentAt : given;
  const author = { name: parent.fromName, address: parent.fromAddress };
  const { subject, to, cc } = parent;
  if (kind === "forward")
    return { author, sentAt, html: parent.html, text: parent.text, forwarded: { subject, to, cc } };
  if (replyEmailBody) {
    const html = looksLikeHtml(replyEmailBody) ? replyEmailBody : paragraphsOf(replyEmailBody);
    return { author, sentAt, html, text: htmlToText(html) };
  }
  if (!parent.html && !parent.text) return null;
  return { author, sentAt, html: parent.html || paragraphsOf(parent.text), text: parent.text };
}
