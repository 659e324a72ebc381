import type { Readable } from "node:stream";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies, replyAttachments, uploads } from "@/lib/db/schema";
import { openFile } from "@/lib/storage/storage";
import { attachmentOfToken } from "./file-address";

type SignedFile = { fileName: string; contentType: string; size: number | null; content: Readable };

/**
 * The file of a reply that a signed address names. There is no actor: the token is the permission, for this one file, and only while
 * the reply is one that Smartlead sends and nobody took back.
 * @throws AppError `not_found`, the same for whatever is wrong
 */
export async function openSignedFile(db: Database, now: Clock, token: string): Promise<SignedFile> {
  const id = attachmentOfToken(token, now());
  const file = id === null ? null : await findFile(db, id);
  const key = file?.upload?.storageKey ?? file?.attachment.storageKey;
  if (!file || !key || file.status === "cancelled") throw new AppError("not_found", { reason: "file" });
  const { attachment, upload } = file;
  return {
    fileName: attachment.fileName,
    contentType: attachment.contentType ?? upload?.contentType ?? "application/octet-stream",
    size: upload?.size ?? attachment.size,
    content: await openFile(key),
  };
}

async function findFile(db: Database, id: string) {
  const [found] = await db
    .select({ attachment: replyAttachments, upload: uploads, status: replies.status })
    .from(replyAttachments)
    .innerJoin(replies, eq(replies.id, replyAttachments.replyId))
    .leftJoin(uploads, eq(uploads.id, replyAttachments.uploadId))
    .where(and(eq(replyAttachments.id, id), isNotNull(replies.smartleadLeadId)));
  return found;
}
