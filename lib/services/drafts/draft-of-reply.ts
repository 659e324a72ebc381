import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replyAttachments, uploads } from "@/lib/db/schema";
import { formatParty } from "@/lib/domain/address";
import type { CarriedFields, DraftAttachment, DraftContent } from "@/lib/domain/draft";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { ownUpload, uploadOfFetched } from "./own-upload";

/**
 * A reply as a draft again, whole: recipients, text, signature, files, time, and what only an API call says. A file from
 * an address becomes an upload if it was fetched, and stays an address if it was not.
 */
export async function draftOfReply(tx: Database, actor: Actor, reply: ReplyRow): Promise<DraftContent> {
  const attachments = await filesOf(tx, actor, reply.id);
  const held = attachments.filter((file) => "uploadId" in file);
  return {
    parentId: reply.parentId,
    to: reply.to.map(formatParty),
    cc: reply.cc.map(formatParty),
    bcc: reply.bcc.map(formatParty),
    bodyHtml: withRestoredUploads(
      reply.bodyHtml,
      (contentId) => held.find((file) => file.contentId === contentId)?.uploadId,
    ),
    addSignature: reply.addSignature,
    attachments,
    scheduledTime: reply.scheduledAt?.toISOString() ?? null,
    scheduledZone: reply.scheduledZone,
    scheduleCondition: reply.scheduleCondition,
    ...carriedBy(reply),
  };
}

const carriedBy = ({ replyEmailBody, replyEmailTime, seqType }: ReplyRow): CarriedFields => ({
  ...(replyEmailBody === null ? {} : { replyEmailBody }),
  ...(replyEmailTime === null ? {} : { replyEmailTime }),
  ...(seqType === null ? {} : { seqType }),
});

async function filesOf(tx: Database, actor: Actor, replyId: string): Promise<DraftAttachment[]> {
  const rows = await tx
    .select({ file: replyAttachments, upload: uploads })
    .from(replyAttachments)
    .leftJoin(uploads, eq(uploads.id, replyAttachments.uploadId))
    .where(eq(replyAttachments.replyId, replyId))
    .orderBy(asc(replyAttachments.position));
  const attachments: DraftAttachment[] = [];
  for (const { file, upload } of rows) {
    const { fileName, fileUrl, contentId, contentType, size } = file;
    const own = upload ? await ownUpload(tx, actor, upload) : await uploadOfFetched(tx, actor, file);
    if (own) {
      const shape = { uploadId: own.id, fileName, contentType: own.contentType, size: own.size };
      attachments.push(contentId ? { ...shape, contentId } : shape);
    } else if (fileUrl) attachments.push({ fileUrl, fileName, contentType, size });
  }
  return attachments;
}
