import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import type { HeldReason, ReplyStatus } from "@/lib/domain/reply-state";
import { may, type Context } from "../context";
import type { GetReplyStatusInput } from "./schemas";
import { withoutBrackets } from "./send-email-thread-target";

export type ReplyStatusView = {
  messageId: string;
  status: ReplyStatus;
  /** Closed words: why it failed or was cancelled, and why it does not leave yet. */
  reason: string | null;
  heldReason: HeldReason | null;
  eventTime: Date;
  scheduledTime: Date | null;
  emailStatsId: string;
};

/** How a reply stands, by the Message-ID that its acceptance answered (with or without brackets). @throws AppError `not_found` */
export async function getReplyStatus(
  { actor, db }: Context,
  { message_id }: GetReplyStatusInput,
): Promise<ReplyStatusView> {
  may(actor, "thread.read");
  const [reply] = await db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, actor.workspaceId), eq(replies.messageId, withoutBrackets(message_id))));
  if (!reply) throw new AppError("not_found", { reason: "reply" });
  return {
    messageId: `<${reply.messageId}>`,
    status: reply.status,
    reason: reply.reason,
    heldReason: reply.heldReason,
    eventTime: reply.sentAt ?? reply.markedAt ?? reply.acceptedAt,
    scheduledTime: reply.scheduledAt,
    emailStatsId: reply.statsId,
  };
}
