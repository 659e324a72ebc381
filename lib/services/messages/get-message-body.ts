import { and, eq, isNotNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { attachments, messages } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import type { OneMessageInput } from "./reading-schemas";

export type MessageBody = {
  /** Sanitised when it was stored. */
  html: string;
  subject: string;
  /** Pictures inside the message: a Content-ID without brackets, and the attachment that it names. */
  pictures: { contentId: string; attachmentId: string; contentType: string }[];
};

/** The HTML of a message, for its frame. @throws AppError `not_found` for one that the actor cannot see */
export async function getMessageBody({ actor, db }: Context, { messageId }: OneMessageInput): Promise<MessageBody> {
  may(actor, "thread.read");
  const [message] = await db
    .select({ html: messages.html, subject: messages.subject })
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.workspaceId, actor.workspaceId)));
  if (!message) throw new AppError("not_found", { reason: "message" });
  const pictures = await db
    .select({
      contentId: attachments.contentId,
      attachmentId: attachments.id,
      contentType: attachments.contentType,
    })
    .from(attachments)
    .where(and(eq(attachments.messageId, messageId), isNotNull(attachments.contentId)));
  return { ...message, pictures: pictures.map((each) => ({ ...each, contentId: each.contentId ?? "" })) };
}
