import { and, eq, or } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { imageConsents, messages } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { HideImagesInput } from "./schemas";

/**
 * Takes back what lets the actor see the pictures of a message: the wish for it, and the one for its sender.
 * @throws AppError `not_found` for a message that the actor cannot see
 */
export async function hideImages({ actor, db }: Context, { messageId }: HideImagesInput): Promise<object> {
  may(actor, "thread.read");
  const [message] = await db
    .select({ sender: messages.fromAddress })
    .from(messages)
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
      ),
    );
  if (!message) throw new AppError("not_found", { reason: "message" });
  const itsOwn = or(eq(imageConsents.messageId, messageId), eq(imageConsents.sender, message.sender));
  await db.delete(imageConsents).where(and(eq(imageConsents.memberId, actor.memberId), itsOwn));
  await record(db, actor, "pictures.hidden", { subjectId: messageId });
  return {};
}
