import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replyAttachments, uploads } from "@/lib/db/schema";
import type { Actor } from "../context";

/**
 * The reader's own uploads that the pictures of replies are, by their parts (`cid:`). Those of a colleague are nobody else's to show
 * from there.
 */
export async function ownPictures(
  db: Database,
  { memberId }: Pick<Actor, "memberId">,
  replyIds: string[],
): Promise<(contentId: string) => string | undefined> {
  const pictures = await db
    .select({ contentId: replyAttachments.contentId, uploadId: uploads.id })
    .from(replyAttachments)
    .innerJoin(uploads, eq(uploads.id, replyAttachments.uploadId))
    .where(
      and(
        inArray(replyAttachments.replyId, replyIds),
        isNotNull(replyAttachments.contentId),
        eq(uploads.memberId, memberId),
      ),
    );
  const uploadOf = new Map(pictures.map(({ contentId, uploadId }) => [contentId, uploadId]));
  return (contentId) => uploadOf.get(contentId);
}
