import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Party } from "@/lib/domain/party";
import type { ReadMessage } from "@/lib/services/messages/read-message";

/** What is printed of a message. */
export type Line = {
  /** Relative to the folder; the messages of an mbox share it, in its order. */
  file: string;
  messageId: string | null;
  thread: number | null;
  direction: "in" | "out" | null;
  from: Party | null;
  to: Party[];
  cc: Party[];
  subject: string;
  /** Null when the message has no date that can be. */
  date: string | null;
  text: string;
  visibleText: string;
  /** Sanitised. */
  html: string;
  attachments: { name: string; type: string; size: number; sha256: string }[];
  bounces: { recipient: string; status: string; reason: string; permanent: boolean }[];
  autoReply: boolean;
  returnDate: string | null;
  /** The kind of the category that the rules give it. */
  category: CategoryKind | null;
  /** Why it has its category; without one, why it counts as automatic. */
  because: string | null;
  /** Why it could not be read in full, or not be stored. */
  error: string | null;
};

/** What the pipeline read; the store tells thread and direction. */
export function lineOf(file: string, read: ReadMessage, seenAt: Date): Line {
  return {
    ...emptyLine(file, read.parseProblem),
    messageId: read.messageId,
    from: read.from,
    to: read.to,
    cc: read.cc,
    subject: read.subject,
    date: read.sentAt.getTime() === seenAt.getTime() ? null : read.sentAt.toISOString(),
    text: read.text,
    visibleText: read.visibleText,
    html: read.html,
    attachments: read.files.map(({ fileName, contentType, content, sha256 }) => ({
      name: fileName,
      type: contentType,
      size: content.byteLength,
      sha256,
    })),
    bounces: read.bounces.map(({ recipient, status, cause, permanent }) => ({
      recipient,
      status,
      reason: cause,
      permanent,
    })),
    autoReply: isAnswer(read),
    returnDate: read.returnDate,
    category: read.category?.kind ?? null,
    because: read.category?.because ?? read.automaticReason,
  };
}

/** Newsletters and what else goes to many are written by machines too, but answer nobody. */
const isAnswer = ({ automaticReason, bounces, isList, category }: ReadMessage): boolean =>
  automaticReason !== null &&
  bounces.length === 0 &&
  !isList &&
  (category?.kind === "ooo" || !automaticReason.startsWith("precedence:"));

/** A message of which nothing is known. */
export const emptyLine = (file: string, error: string | null): Line => ({
  file,
  messageId: null,
  thread: null,
  direction: null,
  from: null,
  to: [],
  cc: [],
  subject: "",
  date: null,
  text: "",
  visibleText: "",
  html: "",
  attachments: [],
  bounces: [],
  autoReply: false,
  returnDate: null,
  category: null,
  because: null,
  error,
});
