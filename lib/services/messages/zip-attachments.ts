import { makeZip, predictLength } from "client-zip";
import { and, asc, eq, not } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { attachments, messages } from "@/lib/db/schema";
import { uniqueNames } from "@/lib/domain/unique-names";
import { isForReader } from "@/lib/services/access/is-for-reader";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { openFile } from "@/lib/storage/storage";
import { IS_SHOWN_IN_TEXT } from "./is-shown-in-text";

/** A ZIP of `size` bytes that is made while it is read. */
export type ZippedFiles = { fileName: string; size: bigint; content: ReadableStream<Uint8Array> };
type Whose = { messageId: string } | { threadId: number };

/**
 * All files of a message, or of a thread (the same file once), as one ZIP: stored as they are, each opened when its turn comes, so
 * that hundreds of megabytes take the memory of a chunk.
 * @throws AppError `not_found` when the actor sees no files there
 */
export async function zipAttachments(ctx: Context, whose: Whose): Promise<ZippedFiles> {
  may(ctx.actor, "thread.read");
  const files = await filesOf(ctx, whose);
  const [first] = files;
  if (!first) throw new AppError("not_found", { reason: "attachment" });
  await recordExport(ctx, whose, files.length);
  const names = uniqueNames(files.map(({ fileName }) => fileName));
  const entries = files.map((file, index) => ({ ...file, name: names[index]!, lastModified: file.sentAt }));
  return {
    fileName: `${first.subject.slice(0, 100) || "files"}.zip`,
    size: predictLength(entries.map(({ name, size }) => ({ name, size }))),
    content: makeZip(opened(entries)),
  };
}

/** The act stands in the log, never a file's name. */
function recordExport({ actor, db }: Context, whose: Whose, files: number): Promise<void> {
  const subject = "messageId" in whose ? { subjectId: whose.messageId } : { threadId: whose.threadId };
  return record(db, actor, "files.exported", { ...subject, data: { files } });
}

async function filesOf({ actor, db }: Context, whose: Whose) {
  const rows = await db
    .select({
      fileName: attachments.fileName,
      size: attachments.size,
      sha256: attachments.sha256,
      storageKey: attachments.storageKey,
      sentAt: messages.sentAt,
      subject: messages.subject,
    })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(
      and(
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
        isForReader(actor),
        "messageId" in whose ? eq(messages.id, whose.messageId) : eq(messages.threadId, whose.threadId),
        not(IS_SHOWN_IN_TEXT),
      ),
    )
    .orderBy(asc(messages.sentAt), asc(messages.id), asc(attachments.position));
  const seen = new Set<string>();
  return rows.filter(({ fileName, sha256 }) => {
    const key = `${sha256} ${fileName}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Entry = Awaited<ReturnType<typeof filesOf>>[number] & { name: string; lastModified: Date };

/** One after the other; whoever goes away in the middle closes the one that is open. */
async function* opened(entries: Entry[]) {
  for (const { name, lastModified, size, storageKey } of entries) {
    const input = await openFile(storageKey);
    try {
      yield { name, lastModified, size, input };
    } finally {
      input.destroy();
    }
  }
}
