import { asc, eq } from "drizzle-orm";
import { EgressError, FETCH_LIMITS, fetchPinned } from "@/lib/core/egress";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { replyAttachments, uploads } from "@/lib/db/schema";
import type { ComposeAttachment } from "@/lib/mail/mime/compose";
import { hasFile, putFile, readFile } from "@/lib/storage/storage";

/** A file of a reply cannot be had, now or later; the reply does not leave without it. */
export class AttachmentFault extends Error {
  readonly fileName: string;
  constructor(fileName: string, cause: unknown) {
    super("attachment", { cause });
    this.fileName = fileName;
  }
}

type Attachment = typeof replyAttachments.$inferSelect;

/** All files of one reply together: many slow or large ones must not hold up the mailbox, nor fill the memory. */
const FETCHING_MS = 2 * 60_000;

/**
 * Reads a reply's files. One behind an address is fetched at the first attempt and stored, so that a retry sends the same bytes;
 * all together may be as large as a single one may.
 * @throws AttachmentFault; what storage or database throw may pass, and is thrown as it is
 */
export async function loadReplyFiles(db: Database, replyId: string): Promise<ComposeAttachment[]> {
  const rows = await db
    .select({ attachment: replyAttachments, upload: uploads })
    .from(replyAttachments)
    .leftJoin(uploads, eq(uploads.id, replyAttachments.uploadId))
    .where(eq(replyAttachments.replyId, replyId))
    .orderBy(asc(replyAttachments.position));
  const files: ComposeAttachment[] = [];
  const signal = AbortSignal.timeout(FETCHING_MS);
  let left = FETCH_LIMITS.maxBytes;
  for (const { attachment, upload } of rows) {
    const { fileName, contentId } = attachment;
    try {
      const { content, contentType } = await contentOf(db, attachment, upload?.storageKey ?? null, {
        maxBytes: left,
        signal,
      });
      left = Math.max(0, left - content.length);
      const type = attachment.contentType ?? upload?.contentType ?? contentType ?? "application/octet-stream";
      files.push({ fileName, content, contentType: type, ...(contentId ? { contentId } : {}) });
    } catch (error) {
      log.warn({ replyId, err: error }, "a reply's attachment could not be had");
      const isFinal = error instanceof EgressError || error instanceof FileGone;
      throw isFinal ? new AttachmentFault(fileName, error) : error;
    }
  }
  return files;
}

class FileGone extends Error {}

type Bounds = { maxBytes: number; signal: AbortSignal };

async function contentOf(db: Database, attachment: Attachment, uploadKey: string | null, bounds: Bounds) {
  const key = uploadKey ?? attachment.storageKey;
  if (key) return { content: await stored(key) };
  if (!attachment.fileUrl) throw new FileGone("neither a file nor an address");
  const { content, contentType } = await fetchPinned(attachment.fileUrl, bounds);
  const storageKey = `reply-attachments/${attachment.id}`;
  await putFile(storageKey, content);
  await db
    .update(replyAttachments)
    .set({ storageKey, size: content.length, contentType: attachment.contentType ?? contentType })
    .where(eq(replyAttachments.id, attachment.id));
  return { content, contentType };
}

/** A storage that does not answer comes back; a file that it does not have does not. */
async function stored(key: string): Promise<Buffer> {
  try {
    return await readFile(key);
  } catch (error) {
    if (await hasFile(key)) throw error;
    throw new FileGone(key, { cause: error });
  }
}
