import type { InvitationAnswer } from "@/lib/domain/invitation-answer";
import type { ReplyView } from "@/lib/domain/message-view";

/** What the outbox is about to answer to the invitation of a message; null for nothing. */
export function leavingAnswer(replies: readonly ReplyView[], messageId: string): InvitationAnswer | null {
  const leaving = replies.findLast(
    ({ parentId, invitationAnswer, status }) =>
      parentId === messageId && invitationAnswer !== null && status !== "cancelled" && status !== "failed",
  );
  return leaving?.invitationAnswer ?? null;
}
