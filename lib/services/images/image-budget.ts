import { and, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { proxiedImages } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";

const MB = 1024 * 1024;
/** Bytes that are kept of one message's pictures, and fetched for a workspace in a day: a stranger names them, and we keep them. */
export const MESSAGE_BYTES = 60 * MB;
export const WORKSPACE_DAY_BYTES = 1024 * MB;
const DAY_MS = 86_400_000;

/** Whether one more picture may be fetched. @param urlHashes of all pictures of the message that shows it */
export async function hasRoomForImage({ actor, db, now }: Context, urlHashes: string[]): Promise<boolean> {
  const isOfMessage = inArray(proxiedImages.urlHash, urlHashes);
  const isOfDay = gt(proxiedImages.fetchedAt, new Date(now().getTime() - DAY_MS));
  const bytesWhere = (which: SQL) => sql<string>`coalesce(sum(${proxiedImages.size}) filter (where ${which}), 0)`;
  const [spent] = await db
    .select({ message: bytesWhere(isOfMessage), day: bytesWhere(isOfDay) })
    .from(proxiedImages)
    .where(and(eq(proxiedImages.workspaceId, actor.workspaceId), or(isOfMessage, isOfDay)));
  return Number(spent!.message) < MESSAGE_BYTES && Number(spent!.day) < WORKSPACE_DAY_BYTES;
}
