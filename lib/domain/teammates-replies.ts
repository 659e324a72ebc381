import type { PersonView } from "./person-view";
import type { ThreadView } from "./thread-view";

/** What a teammate has replied in a thread, or is about to. `at`: when it left or is to leave; its words as HTML or as text. */
export type TeammatesReply = {
  id: string;
  author: PersonView;
  acceptedAt: string;
  hasLeft: boolean;
  at: string;
  words: { html: string } | { text: string };
};

type Read = Pick<ThreadView, "messages" | "replies" | "readAt">;

/** What others than this member have replied themselves, the newest first. The machine's steps and forwards answer for nobody. */
export function teammatesReplies({ messages, replies }: Read, memberId: string): TeammatesReply[] {
  const left = messages.flatMap(({ sentFrom, author, sentAt, visibleText }) => {
    if (!sentFrom || !author || author.id === memberId) return [];
    if (sentFrom.kind === "forward" || sentFrom.origin === "machine") return [];
    const { replyId: id, acceptedAt } = sentFrom;
    return { id, author, acceptedAt, hasLeft: true, at: sentAt, words: { text: visibleText } };
  });
  const ahead = replies.flatMap((reply) => {
    const { id, author, acceptedAt, status, sentAt, dueAt, bodyHtml } = reply;
    if (author.id === memberId || reply.origin === "machine" || reply.invitationAnswer) return [];
    if (status === "failed" || status === "cancelled" || reply.heldReason === "teammate") return [];
    const hasLeft = !WAITING.has(status);
    return { id, author, acceptedAt, hasLeft, at: sentAt ?? dueAt, words: { html: bodyHtml } };
  });
  return [...left, ...ahead].toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1));
}

const WAITING: ReadonlySet<string> = new Set(["awaiting_approval", "scheduled", "queued"]);

/** What is taken while a thread is read may be missing in it. */
const READING_MS = 1000;

/** Of when this knowledge of a thread is: its newest reply of a teammate, or a moment before it was read. ISO 8601 in UTC. */
export function knownUntil(thread: Read, memberId: string): string {
  const readAt = new Date(Date.parse(thread.readAt) - READING_MS).toISOString();
  const newest = teammatesReplies(thread, memberId)[0]?.acceptedAt ?? "";
  return newest > readAt ? newest : readAt;
}
