import { createHash } from "node:crypto";
import { baseSubject } from "@/lib/domain/subject";
import { dateOffsetOf } from "@/lib/mail/mime/date-offset";
import { snippetOf, visibleTextOf } from "@/lib/mail/mime/visible-text";
import { readMessage, type ReadFile, type ReadMessage } from "@/lib/services/messages/read-message";
import { NOTHING_UNDERSTOOD, understand } from "@/lib/services/messages/understand";
import { dateHeader, isSevenBit, type RawFile } from "../serialise";
import type { Letter } from "../story/write-thread";

/**
 * A letter as the store would read it from its raw source. Simple letters are known without parsing, which is what lets
 * the sandbox fill in seconds; a test compares both ways.
 */
export async function readLetter(letter: Letter): Promise<ReadMessage> {
  return isSimple(letter) ? knownAlready(letter) : readMessage(letter.raw, letter.sentAt);
}

/** Written by our own forms: no reports, no headers of machines and lists, no designed HTML, no calendar parts. */
export const isSimple = ({ input: { report, headers, html, files = [] } }: Letter): boolean =>
  report === undefined &&
  !headers &&
  !html?.includes("<table") &&
  !files.some(({ contentType }) => contentType.startsWith("text/calendar"));

function knownAlready({ raw, input, direction, sentAt }: Letter): ReadMessage {
  const { from, to, cc = [], subject, date, messageId, inReplyTo, references = [], text = "", html = "" } = input;
  const visibleText = visibleTextOf(text);
  return {
    raw,
    messageId,
    contentHash: "",
    inReplyTo: inReplyTo ? [inReplyTo] : [],
    references,
    from,
    replyTo: [],
    to,
    cc,
    bcc: [],
    subject,
    baseSubject: baseSubject(subject).toLowerCase(),
    sentAt: date,
    sentOffset: dateOffsetOf(dateHeader(date, input.zone)),
    text,
    visibleText,
    snippet: snippetOf(visibleText || text),
    // Parsers end the last line of a part that travelled as it is.
    html: asSanitised(html) + (html && isSevenBit(html) ? "\n" : ""),
    remoteImages: 0,
    trackers: 0,
    ...(direction === "in" ? understand({ ...PLAIN, subject, visibleText, sentAt }) : NOTHING_UNDERSTOOD),
    isAutomatic: false,
    bounces: [],
    originalIds: [],
    isList: false,
    invitation: null,
    isFromMailSystem: false,
    headers: [],
    files: (input.files ?? []).map(knownFile),
    parseProblem: null,
  };
}

/** Our own forms have none of these. */
const PLAIN = { headers: [], dateOffset: null, bounces: [], attachments: [], isList: false };

const knownFile = ({ fileName, contentType, content, contentId }: RawFile): ReadFile => ({
  fileName,
  contentType,
  contentId: contentId ?? null,
  isInline: false,
  sha256: createHash("sha256").update(content).digest("hex"),
  content: new Uint8Array(content),
});

/** What `sanitiseHtml` makes of our own forms, which hold nothing that it would take out. */
const asSanitised = (html: string): string =>
  html
    .replaceAll("<br>", "<br />")
    .replaceAll(' class="', ' class="m-')
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&nbsp;", "\u00a0");
