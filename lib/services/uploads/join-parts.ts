import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { asc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { uploadParts, uploads } from "@/lib/db/schema";
import { deleteFile, putFile, readFile } from "@/lib/storage/storage";

/**
 * Makes one file of all parts of an upload, once: a second call at the same time waits for the first and finds it whole. Done again
 * after it broke off it does the same. The parts' files go last, when nobody can need them any more.
 * @throws AppError `not_found` when the upload is gone, `conflict` (offset) when parts are missing
 */
export async function joinParts(db: Database, uploadId: string): Promise<void> {
  const spent = await db.transaction((tx) => join(tx, uploadId));
  for (const key of spent) await deleteFile(key).catch(() => undefined);
}

/** @returns the keys of the parts' files, which nothing refers to from now on */
async function join(tx: Database, uploadId: string): Promise<string[]> {
  const [upload] = await tx.select().from(uploads).where(eq(uploads.id, uploadId)).for("update");
  if (!upload) throw new AppError("not_found", { reason: "upload" });
  const ofUpload = eq(uploadParts.uploadId, uploadId);
  const parts = await tx.select().from(uploadParts).where(ofUpload).orderBy(asc(uploadParts.offset));
  if (!upload.isWhole) {
    const there = parts.reduce((sum, { size }) => sum + size, 0);
    if (there !== upload.size) throw new AppError("conflict", { reason: "offset" });
    // Never the same key twice: an attempt that broke off cannot write into another one's file.
    const storageKey = `uploads/${newId()}`;
    const sha256 = await writeJoined(
      storageKey,
      parts.map((part) => part.storageKey),
    );
    await tx.update(uploads).set({ isWhole: true, sha256, storageKey }).where(eq(uploads.id, uploadId));
  }
  await tx.delete(uploadParts).where(ofUpload);
  return parts.map((part) => part.storageKey);
}

async function writeJoined(storageKey: string, keys: string[]): Promise<string> {
  const hash = createHash("sha256");
  async function* joined() {
    for (const key of keys) {
      const part = await readFile(key);
      hash.update(part);
      yield part;
    }
  }
  try {
    await putFile(storageKey, Readable.from(joined(), { objectMode: false }));
  } catch (error) {
    await deleteFile(storageKey).catch(() => undefined);
    throw error;
  }
  return hash.digest("hex");
}
