import { sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { proxiedImages } from "@/lib/db/schema";
import { deleteFile } from "@/lib/storage/storage";

const KEPT_MS = 30 * 86_400_000;
/** At most so many in one go, so that no transaction holds many rows for long. */
const AT_ONCE = 500;

/** Removes pictures of other servers that were fetched a month ago. The row goes first. @returns how many went */
export async function removeOldImages(db: Database, now: Clock): Promise<number> {
  const before = new Date(now().getTime() - KEPT_MS);
  const removed = await db
    .delete(proxiedImages)
    .where(
      sql`(${proxiedImages.workspaceId}, ${proxiedImages.urlHash}) in (
        select old.workspace_id, old.url_hash from proxied_images old
        where old.fetched_at < ${before.toISOString()}::timestamptz
        order by old.fetched_at limit ${AT_ONCE} for update skip locked)`,
    )
    .returning({ storageKey: proxiedImages.storageKey });
  for (const { storageKey } of removed)
    if (storageKey)
      await deleteFile(storageKey).catch((error: unknown) =>
        log.warn({ err: error }, "an old picture was not deleted"),
      );
  return removed.length;
}
