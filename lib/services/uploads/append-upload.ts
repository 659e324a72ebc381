import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { uploadParts } from "@/lib/db/schema";
import { PART_BYTES } from "@/lib/domain/size-limit";
import type { Context } from "@/lib/services/context";
import { deleteFile, putFile } from "@/lib/storage/storage";
import { getUploadProgress } from "./get-upload-progress";
import { joinParts } from "./join-parts";
import type { AppendUploadInput, UploadProgress } from "./schemas";

/**
 * Takes the next part of one of the actor's own uploads: whole or not at all. The last one makes the file; a part with nothing in
 * it joins what a broken join has left.
 * @throws AppError `conflict` (offset) when another offset is next, `too_large` for a part over 1 MB or past the file's size
 */
export async function appendUpload(
  ctx: Context,
  { id, offset, stream }: AppendUploadInput & { stream: AsyncIterable<Uint8Array> },
): Promise<UploadProgress> {
  const { size, ...progress } = await getUploadProgress(ctx, { id });
  if (progress.isWhole) return progress;
  if (progress.offset !== offset) throw new AppError("conflict", { reason: "offset" });
  const part = await partOf(stream, Math.min(PART_BYTES, size - offset));
  if (part.length > 0) await keep(ctx, id, offset, part);
  const reached = offset + part.length;
  if (reached === size) await joinParts(ctx.db, id);
  return { id, offset: reached, isWhole: reached === size };
}

async function partOf(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  let length = 0;
  async function* bounded() {
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > most) throw new AppError("too_large", { reason: "part" });
      yield chunk;
    }
  }
  return buffer(Readable.from(bounded(), { objectMode: false }));
}

/** Two requests with the same part (a retry beside the first) leave one. */
async function keep({ db }: Context, uploadId: string, offset: number, part: Buffer): Promise<void> {
  const storageKey = `upload-parts/${uploadId}/${newId()}`;
  await putFile(storageKey, part);
  const row = { uploadId, offset, size: part.length, storageKey };
  const made = await db.insert(uploadParts).values(row).onConflictDoNothing().returning();
  if (made.length > 0) return;
  await deleteFile(storageKey).catch(() => undefined);
  throw new AppError("conflict", { reason: "offset" });
}
