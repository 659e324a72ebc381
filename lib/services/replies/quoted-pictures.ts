import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { attachments, type messages } from "@/lib/db/schema";
import { quotedPicturesOf } from "@/lib/domain/quoted-pictures";

/** The pictures within a message that is forwarded: they go along under their own Content-IDs, since its text shows them. */
export async function quotedPictures(db: Database, { id, html }: Pick<typeof messages.$inferSelect, "id" | "html">) {
  const files = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.messageId, id), isNotNull(attachments.contentId)));
  return quotedPicturesOf(html, files);
}
