import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { withEscapedBraces } from "@/lib/domain/fill-variables";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { ReplyText } from "@/lib/domain/schedule-item";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "@/lib/services/context";
import { ownPictures } from "@/lib/services/replies/own-pictures";
import type { OneReplyInput } from "./schemas";

/**
 * The text of a reply to be written on: braces that are meant as such are escaped, and pictures are shown from the reader's own
 * uploads; those of a colleague stay parts of the reply (`cid:`). @throws AppError `not_found`
 */
export async function getReplyText({ actor, db }: Context, { id }: OneReplyInput): Promise<ReplyText> {
  may(actor, "plan.read");
  const [reply] = await db
    .select({ bodyHtml: replies.bodyHtml, isPlain: replies.isPlain, status: replies.status })
    .from(replies)
    .where(
      and(eq(replies.id, id), eq(replies.workspaceId, actor.workspaceId), isOfSeenThread(actor, replies.threadId)),
    );
  if (!reply) throw new AppError("not_found", { reason: "reply" });
  const bodyHtml = withRestoredUploads(withEscapedBraces(reply.bodyHtml), await ownPictures(db, actor, [id]));
  return { ...reply, bodyHtml };
}
