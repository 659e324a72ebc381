import type { ParsedMessage } from "@/lib/mail/mime/parsed-message";

const ENCLOSED = /^(message\/rfc822|text\/rfc822-headers|message\/global(-headers)?)/i;
const MESSAGE_ID = /^message-id:\s*<([^<>\s]{1,998})>/gim;
const MAX_HEADER_BYTES = 64_000;

/**
 * Message-IDs of what a delivery report is about, surest first: the enclosed message or its headers (RFC 3462), then headers
 * pasted into the report's text, as older servers do it.
 */
export function originalMessageIds(parsed: ParsedMessage): string[] {
  const enclosed = parsed.attachments
    .filter((file) => ENCLOSED.test(file.contentType))
    .map((file) => Buffer.from(file.content.subarray(0, MAX_HEADER_BYTES)).toString("latin1"));
  const found = [...enclosed, parsed.text].flatMap((text) =>
    [...text.replace(/\r?\n[ \t]+/g, " ").matchAll(MESSAGE_ID)].map((match) => match[1]!),
  );
  return [...new Set(found)].slice(0, 10);
}
