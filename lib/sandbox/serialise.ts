import { tzOffset } from "@date-fns/tz";
import type { Party } from "@/lib/domain/party";

export type RawFile = { fileName: string; contentType: string; content: Buffer; contentId?: string };
export type RawInput = {
  from: Party;
  to: Party[];
  cc?: Party[];
  subject: string;
  date: Date;
  /** The zone of its writer's clock; UTC where it does not matter. */
  zone?: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  text?: string;
  html?: string;
  files?: RawFile[];
  /** Further headers, written as they are. */
  headers?: [name: string, value: string][];
  /** Replaces the body: a ready part with its own content headers. */
  report?: string;
};

/** Writes a message as its sender's program would (RFC 5322, 2045-2047, 2231); light enough for ten thousand in a second. */
export function serialise(input: RawInput): Buffer {
  const boundary = `=_${input.messageId.replace(/[^a-z0-9]/gi, "").slice(0, 24)}`;
  const lines = [
    ...headersOf(input),
    "MIME-Version: 1.0",
    input.report ?? withFiles(bodyOf(input, `${boundary}a`), input.files ?? [], `${boundary}m`),
  ];
  return Buffer.from(lines.join("\r\n"), "utf8");
}

/** On the clock of its writer (RFC 5322 §3.3). */
export function dateHeader(date: Date, zone = "UTC"): string {
  const ahead = tzOffset(zone, date);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  const shown = new Date(date.getTime() + ahead * 60_000).toUTCString();
  return shown.replace("GMT", `${ahead < 0 ? "-" : "+"}${hours}${minutes}`);
}

function headersOf(input: RawInput): string[] {
  const { from, to, cc = [], subject, date, messageId, inReplyTo, references = [], headers = [] } = input;
  return [
    `From: ${mailboxOf(from)}`,
    ...(to.length > 0 ? [`To: ${to.map(mailboxOf).join(",\r\n ")}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.map(mailboxOf).join(",\r\n ")}`] : []),
    `Subject: ${encoded(subject)}`,
    `Date: ${dateHeader(date, input.zone)}`,
    `Message-ID: <${messageId}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    ...(references.length > 0 ? [`References: ${references.map((id) => `<${id}>`).join("\r\n ")}`] : []),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
}

function bodyOf({ text, html }: RawInput, boundary: string): string {
  if (html === undefined) return part("text/plain; charset=utf-8", text ?? "");
  if (text === undefined) return part("text/html; charset=utf-8", html);
  return multipart("alternative", boundary, [
    part("text/plain; charset=utf-8", text),
    part("text/html; charset=utf-8", html),
  ]);
}

function withFiles(body: string, files: RawFile[], boundary: string): string {
  if (files.length === 0) return body;
  return multipart("mixed", boundary, [body, ...files.map(filePart)]);
}

const multipart = (kind: string, boundary: string, parts: string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    "",
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
    "",
  ].join("\r\n");

function part(type: string, content: string): string {
  if (!isSevenBit(content))
    return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(Buffer.from(content, "utf8"))}`;
  // The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1).
  const body = content.replace(/\n$/, "").replaceAll("\n", "\r\n");
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${body}`;
}

/** RFC 5322 §2.1.1: lines of at most 998 octets; what is longer or not ASCII travels as base64. */
export const isSevenBit = (content: string): boolean =>
  /^[\x20-\x7e\n]*$/.test(content) && content.split("\n").every((line) => line.length <= MAX_LINE);

const MAX_LINE = 990;

function filePart({ fileName, contentType, content, contentId }: RawFile): string {
  const isAscii = /^[\x20-\x7e]*$/.test(fileName);
  const name = isAscii ? `filename="${fileName}"` : `filename*=utf-8''${encodeURIComponent(fileName)}`;
  return [
    `Content-Type: ${contentType}`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: ${contentId ? "inline" : "attachment"}; ${name}`,
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    "",
    base64Lines(content),
  ].join("\r\n");
}

const base64Lines = (content: Buffer): string => content.toString("base64").replace(/.{76}(?=.)/g, "$&\r\n");

const mailboxOf = ({ name, address }: Party): string =>
  name === "" ? address : `${/^[\w .'-]*$/.test(name) ? `"${name}"` : encoded(name)} <${address}>`;

/** RFC 2047 words of at most 75 characters, split between characters. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let piece = "";
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > 42) {
      words.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...words, piece].map((word) => `=?utf-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}
