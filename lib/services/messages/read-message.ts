import { createHash } from "node:crypto";
import { baseSubject } from "@/lib/domain/subject";
import type { Bounce } from "@/lib/domain/bounce";
import type { Invitation } from "@/lib/domain/invitation";
import type { Party } from "@/lib/domain/party";
import type { FoundCategory } from "@/lib/mail/mime/category/category-of";
import { bouncesOf, isFromMailSystem } from "@/lib/mail/mime/bounces";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import { invitationOf } from "@/lib/mail/mime/invitation";
import { isListMail } from "@/lib/mail/mime/list-mail";
import { parseMessage } from "@/lib/mail/mime/parse";
import type { ParsedMessage } from "@/lib/mail/mime/parsed-message";
import { sanitiseHtml } from "@/lib/mail/mime/sanitise";
import { snippetOf, visibleTextOf } from "@/lib/mail/mime/visible-text";
import { cleanText, cleanParty } from "./clean-text";
import { originalMessageIds } from "./original-message-ids";
import { sentAtOf } from "./sent-at-of";
import { NOTHING_UNDERSTOOD, understand } from "./understand";

export type ReadFile = {
  fileName: string;
  contentType: string;
  contentId: string | null;
  isInline: boolean;
  sha256: string;
  content: Uint8Array;
};

/** A raw message as the tables can hold it: no NUL, nothing endless, every field there. */
export type ReadMessage = {
  raw: Buffer;
  messageId: string;
  /** Stands for the message where another one already has its Message-ID. */
  contentHash: string;
  inReplyTo: string[];
  references: string[];
  from: Party | null;
  replyTo: Party[];
  to: Party[];
  cc: Party[];
  bcc: Party[];
  subject: string;
  baseSubject: string;
  sentAt: Date;
  /** How far the writer's clock was ahead of UTC, in minutes; null where the Date header does not say. */
  sentOffset: number | null;
  text: string;
  visibleText: string;
  snippet: string;
  html: string;
  /** Pictures on other servers that wait for consent, and invisible ones that were dropped. */
  remoteImages: number;
  trackers: number;
  automaticReason: string | null;
  isAutomatic: boolean;
  /** The day on which an automatic answer says that its writer is back, "2026-12-01". */
  returnDate: string | null;
  /** What the rules take it for. */
  category: FoundCategory | null;
  bounces: Bounce[];
  /** Message-IDs that a delivery report encloses. */
  originalIds: string[];
  /** The envelope's empty sender, or a mail system's address, says that a mail system wrote it. */
  isFromMailSystem: boolean;
  isList: boolean;
  /** What its first calendar part invites to, cancels or answers. */
  invitation: Invitation | null;
  /** All headers, names in lower case: what marks warm-up mail is asked of them. */
  headers: ParsedMessage["headers"];
  files: ReadFile[];
  parseProblem: string | null;
};

const MAX_TEXT = 2_000_000;
const MAX_SUBJECT = 2_000;
const MAX_ID = 998;
const MAX_IDS = 100;
const MAX_PARTIES = 1_000;
const NO_HTML = { html: "", remoteImages: 0, trackers: 0 };

/** Reads a raw message for storage. Never throws: what cannot be read is empty, and `parseProblem` says so. */
export async function readMessage(raw: Buffer, seenAt: Date): Promise<ReadMessage> {
  const parsed = await parseMessage(raw);
  const failures: string[] = [];
  const attempt = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read();
    } catch {
      failures.push("malformed");
      return otherwise;
    }
  };
  const sanitised = attempt(() => sanitiseHtml(parsed.html), NO_HTML);
  const html = cleanText(sanitised.html, MAX_TEXT);
  const text = cleanText(parsed.text || attempt(() => htmlToText(parsed.html), ""), MAX_TEXT);
  const visibleText = cleanText(
    attempt(() => visibleTextOf(text), text),
    MAX_TEXT,
  );
  const bounces = attempt(() => bouncesOf(parsed), []).map(cleanBounce);
  const isList = attempt(() => isListMail(parsed), false);
  const sentAt = sentAtOf(parsed.date, seenAt);
  const understood = attempt(() => understand({ ...parsed, visibleText, bounces, isList, sentAt }), NOTHING_UNDERSTOOD);
  const files = attempt(() => parsed.attachments.map(readFile), []);
  return {
    raw,
    ...idsOf(parsed, raw),
    ...partiesOf(parsed),
    ...subjectOf(parsed),
    sentAt,
    sentOffset: parsed.dateOffset,
    text,
    visibleText,
    snippet: cleanText(
      attempt(() => snippetOf(visibleText || text), ""),
      500,
    ),
    html,
    remoteImages: sanitised.remoteImages,
    trackers: sanitised.trackers,
    ...understood,
    isAutomatic: understood.automaticReason !== null || bounces.length > 0,
    bounces,
    originalIds: bounces.length > 0 ? attempt(() => originalMessageIds(parsed), []) : [],
    isFromMailSystem: attempt(() => isFromMailSystem(parsed), false),
    isList,
    invitation: invitationOf(parsed.attachments),
    headers: parsed.headers,
    files,
    parseProblem: parsed.problem ?? failures[0] ?? (parsed.text.length > MAX_TEXT ? "too_long" : null),
  };
}

function idsOf(parsed: ParsedMessage, raw: Buffer) {
  const contentHash = `${hashOf(parsed, raw)}@no-message-id`;
  const given = cleanText(parsed.messageId ?? "", MAX_ID + 1).trim();
  const ids = (list: string[]) =>
    list
      .map((id) => cleanText(id, MAX_ID + 1))
      .filter((id) => id && id.length <= MAX_ID)
      .slice(-MAX_IDS);
  return {
    messageId: given && given.length <= MAX_ID ? given : contentHash,
    contentHash,
    inReplyTo: ids(parsed.inReplyTo),
    references: ids(parsed.references),
  };
}

/** Of what a copy in another folder has as well; trace headers differ from copy to copy. */
function hashOf(parsed: ParsedMessage, raw: Buffer): string {
  const { from, to, cc, subject, date, text, html, attachments } = parsed;
  const sizes = attachments.map((file) => [file.fileName, file.size]);
  const isBlank = !from && !subject && !text && !html && sizes.length === 0;
  const content = JSON.stringify([from, to, cc, subject, date, text, html, sizes]);
  return createHash("sha256")
    .update(isBlank ? raw : content)
    .digest("hex");
}

function partiesOf(parsed: ParsedMessage) {
  const clean = (parties: Party[]) => parties.slice(0, MAX_PARTIES).map(cleanParty);
  return {
    from: parsed.from ? cleanParty(parsed.from) : null,
    replyTo: clean(parsed.replyTo),
    to: clean(parsed.to),
    cc: clean(parsed.cc),
    bcc: clean(parsed.bcc),
  };
}

function subjectOf(parsed: ParsedMessage) {
  const subject = cleanText(parsed.subject, MAX_SUBJECT);
  return { subject, baseSubject: baseSubject(subject).toLowerCase() };
}

function readFile(file: ParsedMessage["attachments"][number]): ReadFile {
  return {
    fileName: cleanText(file.fileName, 255),
    contentType: cleanText(file.contentType, 255),
    contentId: file.contentId === null ? null : cleanText(file.contentId, MAX_ID),
    isInline: file.isInline,
    sha256: createHash("sha256").update(file.content).digest("hex"),
    content: file.content,
  };
}

function cleanBounce(bounce: Bounce): Bounce {
  return {
    ...bounce,
    recipient: cleanText(bounce.recipient, 320),
    status: cleanText(bounce.status, 40),
    reason: cleanText(bounce.reason, 1_000),
  };
}
