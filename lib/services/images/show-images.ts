import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { imageConsents, messages } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { ShowImagesInput } from "./schemas";

/**
 * Remembers that the actor wants to see the pictures of a message, or of all that its sender writes. It counts for the actor alone.
 * @throws AppError `not_found` for a message that the actor cannot see; `unprocessable` for a sender without an address
 */
export async function showImages({ actor, db, now }: Context, { messageId, scope }: ShowImagesInput): Promise<object> {
  may(actor, "thread.read");
  const { workspaceId, memberId } = actor;
  const [message] = await db
    .select({ sender: messages.fromAddress })
    .from(messages)
    .where(
      and(eq(messages.id, messageId), eq(messages.workspaceId, workspaceId), isOfSeenThread(actor, messages.threadId)),
    );
  if (!message) throw new AppError("not_found", { reason: "message" });
  if (scope === "sender" && !message.sender) throw new AppError("unprocessable", { reason: "sender" });
  const what = scope === "sender" ? { sender: message.sender } : { messageId };
  await db
    .insert(imageConsents)
    .values({ workspaceId, memberId, createdAt: now(), ...what })
    .onConflictDoNothing();
  await record(db, actor, "pictures.shown", { subjectId: messageId, data: { scope } });
  return {};
}
