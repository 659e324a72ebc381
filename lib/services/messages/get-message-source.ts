import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages, messageSources } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { OneMessageInput } from "./reading-schemas";

/** A message's raw source (RFC 5322), byte for byte; the log keeps who took it. @throws AppError `not_found` for one that the actor cannot see */
export async function getMessageSource({ actor, db }: Context, { messageId }: OneMessageInput): Promise<Buffer> {
  may(actor, "plan.read");
  const [source] = await db
    .select({ raw: messageSources.raw, threadId: messages.threadId })
    .from(messageSources)
    .innerJoin(messages, eq(messages.id, messageSources.messageId))
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
      ),
    );
  if (!source) throw new AppError("not_found", { reason: "message" });
  await record(db, actor, "message.source_exported", { threadId: source.threadId, subjectId: messageId });
  return source.raw;
}
