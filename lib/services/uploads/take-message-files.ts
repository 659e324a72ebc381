import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { attachments, uploads } from "@/lib/db/schema";
import { isOfSeenMessage } from "@/lib/services/access/threads-of";
import { may, type Context } from "@/lib/services/context";
import type { TakeMessageFilesInput, UploadView } from "./schemas";

/**
 * Files of a message as uploads of the actor's, over the same stored bytes: for a forward, without a way through the browser.
 * @returns one for each, in the given order, with the `attachmentId` that it was taken from
 * @throws AppError `not_found` when one of them is no file of that message, or out of sight
 */
export async function takeMessageFiles(
  { actor, db, now }: Context,
  { messageId, attachmentIds }: TakeMessageFilesInput,
): Promise<(UploadView & { attachmentId: string })[]> {
  may(actor, "reply.send");
  const { workspaceId, memberId } = actor;
  const wanted = [...new Set(attachmentIds)];
  const found = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, workspaceId),
        isOfSeenMessage(actor, attachments.messageId),
        eq(attachments.messageId, messageId),
        inArray(attachments.id, wanted),
      ),
    );
  if (found.length < wanted.length) throw new AppError("not_found", { reason: "attachment" });
  const files = wanted.map((id) => found.find((file) => file.id === id)!);
  const rows = await db
    .insert(uploads)
    .values(files.map((file) => ({ ...sameOf(file), workspaceId, memberId, createdAt: now() })))
    .returning({ id: uploads.id });
  return files.map((file, index) => {
    const { fileName, contentType, size } = file;
    return { id: rows[index]!.id, attachmentId: file.id, fileName, contentType, size };
  });
}

const sameOf = ({ fileName, contentType, size, sha256, storageKey }: typeof attachments.$inferSelect) => ({
  fileName,
  contentType,
  size,
  sha256,
  storageKey,
});
