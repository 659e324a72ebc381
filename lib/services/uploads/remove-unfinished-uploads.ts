import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { uploadParts, uploads } from "@/lib/db/schema";
import { deleteFile } from "@/lib/storage/storage";

/** Longer than any connection is away while somebody waits. */
const KEPT_MS = 86_400_000;
const AT_ONCE = 200;

/**
 * Removes uploads that never became whole and of which no part has come for more than a day, with their parts.
 * @returns how many went
 */
export async function removeUnfinishedUploads(db: Database, now: Clock): Promise<number> {
  const removed = await db.transaction((tx) => remove(tx, now().getTime() - KEPT_MS));
  // Only what nobody can refer to any more: a file that stays behind costs room, a row without its file costs the upload.
  for (const key of removed.keys)
    await deleteFile(key).catch((error: unknown) => log.warn({ key, err: error }, "a part was not deleted"));
  return removed.count;
}

async function remove(tx: Database, before: number): Promise<{ count: number; keys: string[] }> {
  const stale = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.isWhole, false), lt(uploads.createdAt, new Date(before)), hasNoPartSince(before)))
    .limit(AT_ONCE)
    .for("update", { skipLocked: true });
  if (stale.length === 0) return { count: 0, keys: [] };
  const ids = stale.map(({ id }) => id);
  const parts = await tx.delete(uploadParts).where(inArray(uploadParts.uploadId, ids)).returning();
  await tx.delete(uploads).where(inArray(uploads.id, ids));
  return { count: ids.length, keys: [...parts, ...stale].map(({ storageKey }) => storageKey) };
}

/** A part's key ends with an id that sorts by the millisecond it was made in (`newId`). */
const hasNoPartSince = (before: number) =>
  sql`not exists (select from ${uploadParts} where ${uploadParts.uploadId} = ${uploads.id}
    and right(${uploadParts.storageKey}, 36)::uuid >= ${newId(before)}::uuid)`;
