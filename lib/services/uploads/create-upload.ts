import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { uploads } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { deleteFile, putFile } from "@/lib/storage/storage";
import { MAX_UPLOAD_BYTES, type CreateUploadInput, type UploadView } from "./schemas";

/**
 * Keeps a file for a reply, as it streams in: it is never whole in memory.
 * @throws AppError `too_large` over 25 MB, and nothing is kept
 */
export async function createUpload(
  { actor, db, now }: Context,
  { fileName, contentType, stream }: CreateUploadInput & { stream: AsyncIterable<Uint8Array> },
): Promise<UploadView> {
  may(actor, "reply.send");
  const id = newId();
  const storageKey = `uploads/${id}`;
  const hash = createHash("sha256");
  let size = 0;

  async function* counted() {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > MAX_UPLOAD_BYTES) throw new AppError("too_large", { reason: "upload" });
      hash.update(chunk);
      yield chunk;
    }
  }

  try {
    await putFile(storageKey, Readable.from(counted(), { objectMode: false }));
  } catch (error) {
    await deleteFile(storageKey).catch(() => undefined);
    // The storage wraps what its source threw.
    if (size > MAX_UPLOAD_BYTES) throw new AppError("too_large", { reason: "upload", cause: error });
    throw error;
  }
  const sha256 = hash.digest("hex");
  const { workspaceId, memberId } = actor;
  const row = { id, workspaceId, memberId, fileName, contentType, size, sha256, storageKey, createdAt: now() };
  await db.insert(uploads).values(row);
  return { id, fileName, contentType, size };
}
