import type { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { attachments } from "@/lib/db/schema";
import { isShownPicture } from "@/lib/domain/shown-picture";
import { isOfSeenMessage } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { openFile } from "@/lib/storage/storage";
import { OneAttachmentInput } from "./reading-schemas";

export type OpenAttachment = { fileName: string; contentType: string; size: number; content: Readable };

/**
 * A file of a message, as a stream. Inline it is given away only when it is a picture that cannot run.
 * @throws AppError `not_found` for one that the actor cannot see, or that may not be shown inline
 */
export async function openAttachment({ actor, db }: Context, input: OneAttachmentInput): Promise<OpenAttachment> {
  may(actor, "thread.read");
  const { attachmentId, inline } = OneAttachmentInput.parse(input);
  const [file] = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.id, attachmentId),
        eq(attachments.workspaceId, actor.workspaceId),
        isOfSeenMessage(actor, attachments.messageId),
      ),
    );
  if (!file || (inline && !isShownPicture(file.contentType))) throw new AppError("not_found", { reason: "attachment" });
  const { fileName, contentType, size, storageKey } = file;
  return { fileName, contentType, size, content: await openFile(storageKey) };
}
