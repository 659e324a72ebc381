import { inArray, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { replyAttachments, uploads } from "@/lib/db/schema";
import { isMessageFile } from "@/lib/services/messages/store-files";
import { deleteFile } from "@/lib/storage/storage";

const KEPT_MS = 7 * 86_400_000;
/** At most so many in one go, so that no transaction holds many rows for long. */
const AT_ONCE = 200;

/**
 * Removes uploads older than a week that no draft, no reply and no note has: taken out of a draft, or of a draft that was thrown away.
 * The row goes first, so that none ever names a file that is not there; bytes that another row shares stay.
 * @returns how many went
 */
export async function removeUnusedUploads(db: Database, now: Clock): Promise<number> {
  const before = new Date(now().getTime() - KEPT_MS);
  const removed = await db
    .delete(uploads)
    .where(inArray(uploads.id, unusedSince(before)))
    .returning({ storageKey: uploads.storageKey });
  // What was forwarded is still the file of the message that it came with.
  const keys = [...new Set(removed.map(({ storageKey }) => storageKey))].filter((key) => !isMessageFile(key));
  const shared = await sharedAmong(db, keys);
  for (const key of keys.filter((each) => !shared.has(each)))
    await deleteFile(key).catch((error: unknown) => log.warn({ key, err: error }, "an unused upload was not deleted"));
  return removed.length;
}

/** A draft names an upload in its list or as a picture in its text; only its author can have put it there. */
const unusedSince = (before: Date) => sql`(
  select unused.id from uploads unused
  where unused.is_whole and unused.created_at < ${before.toISOString()}::timestamptz
    and not exists (select from reply_attachments file where file.upload_id = unused.id)
    and not exists (select from note_files file where file.upload_id = unused.id)
    and not exists (
      select from drafts
      where drafts.author_id = unused.member_id and strpos(lower(drafts.content::text), unused.id::text) > 0)
  order by unused.created_at
  limit ${AT_ONCE}
  for update skip locked)`;

/** Whoever reopens a colleague's reply gets an upload of their own over the same bytes. */
async function sharedAmong(db: Database, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: uploads.storageKey })
    .from(uploads)
    .where(inArray(uploads.storageKey, keys))
    .unionAll(
      db
        .select({ key: sql<string>`${replyAttachments.storageKey}` })
        .from(replyAttachments)
        .where(inArray(replyAttachments.storageKey, keys)),
    );
  return new Set(rows.map(({ key }) => key));
}
