import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replyAttachments } from "@/lib/db/schema";
import type { ReviewedText } from "@/lib/domain/review";
import type { ReplyRow } from "../replies/reply-row";

/** What a reply says at this moment, as a version keeps it. Pictures in the text are no files to anybody. */
export async function reviewedText(tx: Database, reply: ReplyRow): Promise<ReviewedText> {
  const files = await tx
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, reply.id))
    .orderBy(asc(replyAttachments.position));
  const { subject, to, cc, bcc, bodyHtml, isPlain, scheduledAt } = reply;
  return {
    subject,
    to,
    cc,
    bcc,
    bodyHtml,
    isPlain,
    attachments: files
      .filter(({ contentId }) => contentId === null)
      .map(({ fileName, size }) => ({ fileName, size: size ?? null })),
    scheduledAt: scheduledAt?.toISOString() ?? null,
  };
}
