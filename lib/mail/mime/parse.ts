import { addressParser, decodeWords, type Attachment, type Email } from "postal-mime";
import { canonicalAddress } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { dateOffsetOf } from "./date-offset";
import { safeFileName } from "./file-name";
import { htmlToText } from "./html-to-text";
import { messageIdsOf } from "./message-ids";
import { parseMime } from "./mime-parser";
import type { ParsedAttachment, ParsedMessage } from "./parsed-message";
import { firstLines, headerEnd, readableSource, roughHeaders, withFoundBoundary } from "./raw-message";
import { unpackTnef } from "./tnef/unpack-tnef";

/**
 * Reads a raw message (RFC 5322, MIME). Never throws: what is broken is read as far as possible and `problem` says so.
 * Nothing in the result is to be trusted, but no string in it holds a NUL, and header values are single lines.
 * @param raw the source as it came, with CRLF or bare LF
 */
export async function parseMessage(raw: Buffer): Promise<ParsedMessage> {
  const part = firstLines(raw, MAX_LINES);
  const message = await readSource(readableSource(part));
  return part.length < raw.length ? { ...message, problem: message.problem ?? "too_long" } : message;
}

async function readSource(source: Buffer): Promise<ParsedMessage> {
  try {
    const email = await parseMime(source);
    if (!isHollow(email, source)) return await fromEmail(email);
    const repaired = withFoundBoundary(source);
    const second = repaired ? await parseMime(repaired) : null;
    if (!second || isHollow(second, source)) return asPlainText(source, "malformed");
    return { ...(await fromEmail(second)), problem: "malformed" };
  } catch (error) {
    const isDeep = error instanceof Error && error.message.includes("nesting depth");
    return asPlainText(source, isDeep ? "too_deep" : "malformed");
  }
}

// Three times what the lines of 25 MB of files come to.
const MAX_LINES = 1_000_000;
const MAX_ATTACHMENTS = 500;
const MAX_ENCLOSED = 3;
const MAX_ENCLOSED_HEAD = 64_000;
const MAX_HEADERS = 2000;
const MAX_PARTIES = 2000;
const MAX_TEXT = 5_000_000;

/** There is a body, and the parser saw nothing of it. */
function isHollow(email: Email, source: Buffer): boolean {
  if (email.text?.trim() || email.html?.trim()) return false;
  const [only, ...others] = email.attachments;
  // "Content-Type: text" and the like make a nameless file of what somebody wrote.
  if (only) return others.length === 0 && only.filename === null && !only.mimeType.includes("/");
  const isMultipart = email.headers.some(({ key, value }) => key === "content-type" && /^multipart\//iu.test(value));
  return isMultipart && source.subarray(headerEnd(source)).toString("latin1").trim() !== "";
}

async function fromEmail(email: Email): Promise<ParsedMessage> {
  const headers = email.headers.slice(0, MAX_HEADERS).map(({ key, value }) => ({
    name: oneLine(key),
    value: oneLine(decodeWords(value)),
  }));
  const unpacked = unpackTnef(email.attachments);
  const hasBody = Boolean(email.text?.trim() || email.html?.trim());
  const html = clean(hasBody ? (email.html ?? "") : unpacked.html);
  const text = clean(hasBody ? (email.text ?? "") : unpacked.text);
  const attachments = unpacked.attachments.slice(0, MAX_ATTACHMENTS).map((each) => attachmentOf(each, html));
  const body = text.trim() === "" ? await textFrom(html, attachments) : text;
  return {
    ...envelopeOf(email.headers.map(({ key, value }) => ({ name: key, value }))),
    text: body,
    html,
    attachments,
    headers,
    problem: unpacked.attachments.length > MAX_ATTACHMENTS ? "too_many_parts" : null,
  };
}

type Header = { name: string; value: string };

/** Everything a message says about itself in its header; values are still encoded (RFC 2047). */
function envelopeOf(headers: Header[]) {
  const all = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);
  const first = (name: string) => all(name).find((value) => value.trim() !== "") ?? "";
  const partiesIn = (name: string) =>
    all(name)
      .flatMap(partiesOf)
      .filter(({ address }) => address !== "");
  return {
    messageId: messageIdsOf(decodeWords(first("message-id")))[0] ?? null,
    inReplyTo: messageIdsOf(decodeWords(first("in-reply-to"))),
    references: messageIdsOf(decodeWords(all("references").join(" "))),
    from: firstParty(first("from")) ?? firstParty(first("sender")),
    replyTo: partiesIn("reply-to"),
    to: partiesIn("to"),
    cc: partiesIn("cc"),
    bcc: partiesIn("bcc"),
    subject: oneLine(decodeWords(first("subject"))),
    date: dateOf(first("date")),
    dateOffset: dateOffsetOf(first("date")),
  };
}

function firstParty(value: string): Party | null {
  const parties = partiesOf(value);
  return parties.find(({ address }) => address !== "") ?? parties[0] ?? null;
}

function partiesOf(value: string): Party[] {
  return addressParser(value, { flatten: true })
    .slice(0, MAX_PARTIES)
    .map(({ name, address }) => partyOf(oneLine(name), oneLine(address ?? "")));
}

function partyOf(name: string, address: string): Party {
  const at = address.lastIndexOf("@");
  if (at < 1) return { name: name || address, address: "" };
  return { name: name === address ? "" : name, address: canonicalAddress(address) };
}

function dateOf(header: string): Date | null {
  const value = header.slice(0, 200);
  const date = new Date(value);
  if (!Number.isNaN(date.getTime())) return date;
  // Weekdays in other languages, doubled zones and trailing words are common; the date proper is what counts.
  const proper = /\d{1,2}\s+[a-z]{3}[a-z]*\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{4})?/iu.exec(value)?.[0];
  if (!proper) return null;
  const second = new Date(/[+-]\d{4}$/u.test(proper) ? proper : `${proper} +0000`);
  return Number.isNaN(second.getTime()) ? null : second;
}

function attachmentOf(attachment: Attachment, html: string): ParsedAttachment {
  const contentType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.exec(attachment.mimeType)?.[0] ?? "application/octet-stream";
  const content =
    typeof attachment.content === "string" ? Buffer.from(attachment.content) : new Uint8Array(attachment.content);
  const contentId = oneLine(attachment.contentId ?? "").replace(/[<>\s]/gu, "") || null;
  return {
    fileName: safeFileName(attachment.filename || nameOfEnclosed(contentType, content), contentType),
    contentType,
    size: content.byteLength,
    contentId,
    isInline: contentId !== null && isShownIn(html, contentId),
    content,
  };
}

/** An enclosed message is called by its subject. */
function nameOfEnclosed(contentType: string, content: Uint8Array): string {
  if (!/^message\/(?:rfc822|global)$/iu.test(contentType)) return "";
  const headers = roughHeaders(readableSource(Buffer.from(content.subarray(0, MAX_ENCLOSED_HEAD))));
  const subject = oneLine(decodeWords(headers.find(({ name }) => name === "subject")?.value ?? ""));
  return subject === "" ? "" : `${subject.replaceAll(/[\\/]/gu, "-")}.eml`;
}

const isShownIn = (html: string, contentId: string): boolean =>
  html.includes(`cid:${contentId}`) || html.includes(`cid:${encodeURIComponent(contentId)}`);

/** Something to read when there is no text part: the HTML's text, else that of an enclosed message. */
async function textFrom(html: string, attachments: ParsedAttachment[]): Promise<string> {
  if (html.trim() !== "") return htmlToText(html);
  let content = attachments.find(({ contentType }) => contentType === "message/rfc822")?.content;
  for (let depth = 0; content && depth < MAX_ENCLOSED; depth++) {
    const enclosed = await parseMime(Buffer.from(content)).catch(() => null);
    const text = clean(enclosed?.text ?? "") || htmlToText(clean(enclosed?.html ?? ""));
    if (text.trim() !== "") return text;
    const next = enclosed?.attachments.find(({ mimeType }) => mimeType === "message/rfc822")?.content;
    content = next === undefined || typeof next === "string" ? undefined : new Uint8Array(next);
  }
  return "";
}

function asPlainText(source: Buffer, problem: string): ParsedMessage {
  const headers = roughHeaders(source);
  const body = source.subarray(headerEnd(source)).subarray(0, MAX_TEXT).toString("utf8");
  return {
    ...envelopeOf(headers),
    // A source without any header is all text.
    text: clean(headers.length > 0 ? body : source.subarray(0, MAX_TEXT).toString("utf8")),
    html: "",
    attachments: [],
    headers: headers.map(({ name, value }) => ({ name, value: oneLine(decodeWords(value)) })),
    problem,
  };
}

// PostgreSQL's text takes no NUL.
const clean = (text: string): string => text.replaceAll("\u0000", "").slice(0, MAX_TEXT);

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
