import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { attachments as originalFiles, replyAttachments, templateUses, uploads } from "@/lib/db/schema";
import { formatParty } from "@/lib/domain/address";
import type { CarriedFields, DraftAttachment, DraftContent } from "@/lib/domain/draft";
import { withEscapedBraces } from "@/lib/domain/fill-variables";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { followUpsOfReply } from "./follow-ups-of-reply";
import { ownUpload, uploadOfFetched } from "./own-upload";

/**
 * A reply as a draft again, whole: recipients, text, signature, files, time, what was to follow it, and what only an API call says. A file from
 * an address becomes an upload if it was fetched, and stays an address if it was not.
 */
export async function draftOfReply(tx: Database, actor: Actor, reply: ReplyRow): Promise<DraftContent> {
  const files = await filesOf(tx, actor, reply.id);
  const attachments = reply.kind === "forward" ? await withOrigins(tx, reply, files) : files;
  const templateIds = await templatesOf(tx, reply.id);
  const followUps = await followUpsOfReply(tx, actor, reply);
  const held = attachments.filter((file) => "uploadId" in file);
  return {
    parentId: reply.parentId,
    to: reply.to.map(formatParty),
    cc: reply.cc.map(formatParty),
    bcc: reply.bcc.map(formatParty),
    // Its variables were filled when it was accepted: what braces are left are meant as braces.
    bodyHtml: withRestoredUploads(
      withEscapedBraces(reply.bodyHtml),
      (contentId) => held.find((file) => file.contentId === contentId)?.uploadId,
    ),
    addSignature: reply.addSignature,
    attachments,
    scheduledTime: reply.scheduledAt?.toISOString() ?? null,
    scheduledZone: reply.scheduledZone,
    scheduleCondition: reply.scheduleCondition,
    ...carriedBy(reply),
    ...(reply.kind === "forward" ? { kind: reply.kind } : {}),
    ...(reply.isPlain ? { isPlain: true } : {}),
    ...(templateIds.length > 0 ? { templateIds } : {}),
    ...(followUps ? { followUps } : {}),
  };
}

async function templatesOf(tx: Database, replyId: string): Promise<string[]> {
  const isOfReply = eq(templateUses.replyId, replyId);
  const rows = await tx.select({ id: templateUses.templateId }).from(templateUses).where(isOfReply);
  return rows.map(({ id }) => id);
}

const carriedBy = ({ replyEmailBody, replyEmailTime, seqType }: ReplyRow): CarriedFields => ({
  ...(replyEmailBody === null ? {} : { replyEmailBody }),
  ...(replyEmailTime === null ? {} : { replyEmailTime }),
  ...(seqType === null ? {} : { seqType }),
});

/** Which files of the forwarded message they are: the same bytes under the same name. */
async function withOrigins(tx: Database, { parentId }: ReplyRow, files: DraftAttachment[]): Promise<DraftAttachment[]> {
  const originals = await tx
    .select({ id: originalFiles.id, fileName: originalFiles.fileName, uploadId: uploads.id })
    .from(originalFiles)
    .innerJoin(uploads, eq(uploads.storageKey, originalFiles.storageKey))
    .where(eq(originalFiles.messageId, parentId));
  return files.map((file) => {
    const isIt = ({ uploadId, fileName }: (typeof originals)[number]) =>
      "uploadId" in file && uploadId === file.uploadId && fileName === file.fileName;
    const original = originals.find(isIt);
    return original ? { ...file, attachmentId: original.id } : file;
  });
}

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
