import { fileKindOf } from "@/lib/domain/file-kind";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";

export const categoryColumnsOf = (verdict: Verdict | null) => ({
  categoryKind: verdict?.kind ?? null,
  categoryBecause: verdict?.because ?? null,
});

/** What was brought in later was there all the time: a reply accepted since its date could have known it. */
export const firstSeenAt = ({ isPast, sentAt }: Incoming, seenAt: Date): Date => (isPast ? sentAt : seenAt);

/** What a message's row says of the message itself. */
export function columnsOf(message: Incoming) {
  const { direction, reply, given, sentAt, bounces, isAutomatic, automaticReason } = message;
  return {
    workspaceId: message.workspaceId,
    mailboxId: message.mailboxId,
    direction,
    messageId: message.messageId,
    inReplyTo: message.inReplyTo,
    references: namedBy(message),
    fromName: message.from?.name ?? "",
    fromAddress: message.from?.address ?? "",
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    subject: message.subject,
    sentAt,
    sentOffset: message.sentOffset,
    text: message.text,
    visibleText: message.visibleText,
    html: message.html,
    remoteImages: message.remoteImages,
    trackers: message.trackers,
    isAutomatic,
    automaticReason,
    returnDate: message.returnDate,
    isJunk: message.source === "junk",
    bounces,
    invitation: message.invitation,
    ...fileColumnsOf(message),
    size: message.raw.length,
    parseProblem: message.parseProblem,
    readAt: direction === "out" || message.isPast ? sentAt : null,
    step: given?.step ?? null,
    authorId: reply?.authorId ?? null,
    replyId: reply?.id ?? null,
  };
}

/** A delivery report seldom says in its own head what it is about. */
const namedBy = ({ references, originalIds }: Incoming): string[] => [...new Set([...references, ...originalIds])];

export const hasAttachments = ({ files }: Pick<Incoming, "files">): boolean => files.some((file) => !file.isInline);

/** What list and search know of a message's files; those that its text shows are none. */
export function fileColumnsOf({ files }: Pick<Incoming, "files">) {
  const hanging = files.filter((file) => !file.isInline);
  const kinds = new Set(hanging.map(fileKindOf).filter((kind) => kind !== null));
  return {
    hasAttachments: hasAttachments({ files }),
    fileNames: hanging.map(({ fileName }) => fileName).join(" "),
    fileKinds: [...kinds],
  };
}
