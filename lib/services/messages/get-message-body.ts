import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { messageBodies, type MessageBody } from "./message-bodies";
import type { OneMessageInput } from "./reading-schemas";

/** The HTML of a message, for its frame. @throws AppError `not_found` for one that the actor cannot see */
export async function getMessageBody(ctx: Context, { messageId }: OneMessageInput): Promise<MessageBody> {
  may(ctx.actor, "thread.read");
  const [body] = await messageBodies(ctx, eq(messages.id, messageId));
  if (!body) throw new AppError("not_found", { reason: "message" });
  return body;
}
