import type { Party } from "@/lib/domain/party";

export type ParsedAttachment = {
  fileName: string;
  contentType: string;
  size: number;
  contentId: string | null;
  isInline: boolean;
  content: Uint8Array;
};

/** A raw message as read by `parseMessage`. Nothing in it is trusted; `html` is as it came. */
export type ParsedMessage = {
  /** Without angle brackets; null when there is none (the store then hashes the raw source). */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: Party | null;
  replyTo: Party[];
  to: Party[];
  cc: Party[];
  bcc: Party[];
  subject: string;
  /** The Date header, null when missing or unreadable. */
  date: Date | null;
  /** How far its clock was ahead of UTC, in minutes; null where the header does not say. */
  dateOffset: number | null;
  text: string;
  html: string;
  attachments: ParsedAttachment[];
  /** All headers in order, names in lower case, values unfolded and decoded. */
  headers: { name: string; value: string }[];
  /** Why it could not be read in full: a closed word ("malformed", "too_deep", "too_many_parts", "too_long"), else null. */
  problem: string | null;
};
