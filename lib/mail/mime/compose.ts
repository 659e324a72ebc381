import MailComposer from "nodemailer/lib/mail-composer";
import { AppError } from "@/lib/core/errors";
import { domainOf, isAddress } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { textOfPlainBody } from "@/lib/domain/plain-body";
import { isMessageId } from "@/lib/domain/references";
import { embedImages, withoutMissingImages } from "./embedded-images";
import { safeFileName } from "./file-name";
import { htmlToText } from "./html-to-text";
import { outgoingHtml } from "./outgoing-html";
import { quoteOf, type QuotedMessage } from "./quote";

export type ComposeAttachment = { fileName: string; contentType: string; content: Buffer; contentId?: string };

export type ComposeInput = {
  from: Party;
  to: Party[];
  cc: Party[];
  /** Belongs to the envelope; no trace of it is in the message. */
  bcc: Party[];
  subject: string;
  /** This and the next two without angle brackets; an empty `inReplyTo` starts a thread. */
  messageId: string;
  inReplyTo: string;
  references: string[];
  date: Date;
  bodyHtml: string;
  /** Leaves as text alone; the body is then what `plainBodyOf` makes of its lines. */
  isPlain?: boolean;
  signatureHtml: string | null;
  quote: QuotedMessage | null;
  /** The sender's IANA zone, for the attribution line. */
  timeZone: string;
  attachments: ComposeAttachment[];
  /** An answer to an invitation, a calendar of METHOD:REPLY. */
  calendarReply?: string | null;
};

/**
 * Writes a reply as a raw message (RFC 5322, 2045-2047, 2231), with CRLF line ends: text and HTML, the signature, the
 * original quoted below, embedded pictures as `cid:` parts, other attachments byte for byte.
 * @throws AppError `invalid` with reason `address` or `message_id` for what must not stand in a header
 */
export async function composeReply(input: ComposeInput): Promise<Buffer> {
  const { html, text, images } = bodyOf(input);
  const to = input.to.map(headerParty);
  const composer = new MailComposer({
    from: headerParty(input.from),
    to: to.length > 0 || input.cc.length > 0 ? to : "undisclosed-recipients:;",
    cc: input.cc.map(headerParty),
    subject: oneLine(input.subject),
    messageId: bracketed(input.messageId),
    ...(input.inReplyTo === "" ? {} : { inReplyTo: bracketed(input.inReplyTo) }),
    references: input.references.map(bracketed),
    date: input.date,
    text,
    ...(input.isPlain ? {} : { html: page(html) }),
    attachments: [...images, ...input.attachments].map((attachment) => partOf(attachment, html)),
    alternatives: input.calendarReply ? [calendarAlternative(input.calendarReply)] : [],
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return idsOnOneLine(await composer.compile().build());
}

/** Folding between a name and its only id is allowed (RFC 5322 §2.2.3), and yet many a program looks for both on one line. */
function idsOnOneLine(raw: Buffer): Buffer {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.subarray(0, end).toString("latin1");
  const unfolded = head.replace(/^(Message-ID|In-Reply-To):\r\n /gim, "$1: ");
  return unfolded === head ? raw : Buffer.concat([Buffer.from(unfolded, "latin1"), raw.subarray(end)]);
}

function bodyOf(input: ComposeInput) {
  if (input.isPlain) return { html: "", text: plainTextOf(input), images: [] };
  const { from, bodyHtml, signatureHtml, quote, timeZone, attachments } = input;
  const body = outgoingHtml(bodyHtml);
  const signature = outgoingHtml(signatureHtml ?? "");
  const quoted = quote ? quoteOf(quote, timeZone) : { html: "", text: "" };
  const parts = [
    `<div dir="auto">${body}</div>`,
    signature === "" ? "" : `<br><div class="gmail_signature">${signature}</div>`,
    quoted.html === "" ? "" : `<br>${quoted.html}`,
  ];
  const { html, images } = embedImages(parts.join("\n"), domainOf(from.address));
  const known = new Set([...images, ...attachments].flatMap(({ contentId }) => (contentId ? [contentId] : [])));
  return {
    html: withoutMissingImages(html, known),
    images,
    text: textOf(htmlToText(body), signature, quoted.text),
  };
}

/**
 * Text alone, line by line as it was written. Not `format=flowed` (RFC 3676): Gmail and Outlook show its soft breaks as hard
 * ones, whereas a long line that travels as quoted-printable is wrapped to the window by every program.
 */
function plainTextOf({ bodyHtml, signatureHtml, quote, timeZone }: ComposeInput): string {
  const quoted = quote ? quoteOf(quote, timeZone).text : "";
  return textOf(textOfPlainBody(bodyHtml), outgoingHtml(signatureHtml ?? ""), quoted);
}

function textOf(body: string, signatureHtml: string, quoted: string): string {
  const signature = htmlToText(signatureHtml);
  const texts = [body, signature === "" ? "" : `-- \n${signature}`, quoted];
  return `${texts.filter((part) => part !== "").join("\n\n")}\n`;
}

const page = (html: string): string =>
  `<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n${html}\n</body></html>\n`;

function partOf({ fileName, contentType, content, contentId }: ComposeAttachment, html: string) {
  const type = plainType(contentType);
  const isInline = contentId !== undefined && isMessageId(contentId) && html.includes(`cid:${contentId}`);
  return {
    filename: safeFileName(fileName, type),
    contentType: type,
    content,
    // Everything else would touch the line ends of text files.
    contentTransferEncoding: "base64",
    contentDisposition: isInline ? "inline" : "attachment",
    ...(isInline ? { cid: contentId } : {}),
  };
}

/** Beside the text, as the same thing said to a program (RFC 6047 §2.4); the parameter has to agree with the calendar's METHOD. */
const calendarAlternative = (content: string) => ({
  contentType: "text/calendar; charset=utf-8; method=REPLY",
  contentTransferEncoding: "base64",
  content,
});

/** RFC 2046 forbids base64 for messages and multiparts, and their bytes must arrive as they are. */
function plainType(contentType: string): string {
  const type = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}(?=\s*(?:;|$))/u.exec(contentType.trim())?.[0].toLowerCase();
  return type === undefined || /^(?:message|multipart)\//u.test(type) ? "application/octet-stream" : type;
}

function headerParty({ name, address }: Party): { name: string; address: string } {
  if (!isAddress(address)) throw new AppError("invalid", { reason: "address" });
  return { name: oneLine(name), address };
}

function bracketed(messageId: string): string {
  if (!isMessageId(messageId)) throw new AppError("invalid", { reason: "message_id" });
  return `<${messageId}>`;
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s\u2028\u2029]+/gu, " ").trim();
