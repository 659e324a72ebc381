import { asc, eq, inArray } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { replyAttachments, uploads } from "@/lib/db/schema";
import { formatParty } from "@/lib/domain/address";
import type { DraftAttachment, DraftContent } from "@/lib/domain/draft";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";

/**
 * A reply as a draft again: recipients, text, signature, files and time. A file that was to be fetched from an address
 * and never was cannot become an upload; its name comes back in `leftOut`.
 */
export async function draftOfReply(
  tx: Database,
  actor: Actor,
  reply: ReplyRow,
): Promise<{ content: DraftContent; leftOut: string[] }> {
  const { attachments, leftOut } = await filesOf(tx, actor, reply.id);
  const content: DraftContent = {
    parentId: reply.parentId,
    to: reply.to.map(formatParty),
    cc: reply.cc.map(formatParty),
    bcc: reply.bcc.map(formatParty),
    bodyHtml: withRestoredUploads(
      reply.bodyHtml,
      (contentId) => attachments.find((file) => file.contentId === contentId)?.uploadId,
    ),
    addSignature: reply.addSignature,
    attachments,
    scheduledTime: reply.scheduledAt?.toISOString() ?? null,
    scheduledZone: reply.scheduledZone,
    scheduleCondition: reply.scheduleCondition,
  };
  return { content, leftOut };
}

async function filesOf(tx: Database, actor: Actor, replyId: string) {
  const files = await tx
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, replyId))
    .orderBy(asc(replyAttachments.position));
  const ids = files.flatMap(({ uploadId }) => uploadId ?? []);
  const known = ids.length > 0 ? await tx.select().from(uploads).where(inArray(uploads.id, ids)) : [];
  const attachments: DraftAttachment[] = [];
  const leftOut: string[] = [];
  for (const file of files) {
    const upload = known.find(({ id }) => id === file.uploadId);
    const own = upload && (await ownUpload(tx, actor, upload));
    if (!own) {
      leftOut.push(file.fileName);
      continue;
    }
    const { fileName, contentId } = file;
    const shape = { uploadId: own.id, fileName, contentType: own.contentType, size: own.size };
    attachments.push(contentId ? { ...shape, contentId } : shape);
  }
  return { attachments, leftOut };
}

type Upload = typeof uploads.$inferSelect;

/** Only its owner may send an upload: whoever reopens a colleague's reply gets the file as an upload of their own. */
async function ownUpload(tx: Database, actor: Actor, upload: Upload): Promise<Upload> {
  if (upload.memberId === actor.memberId) return upload;
  const [copy] = await tx
    .insert(uploads)
    .values({ ...upload, id: newId(), memberId: actor.memberId })
    .returning();
  return copy ?? upload;
}
