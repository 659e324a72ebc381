import type { Readable } from "node:stream";
import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { noteFiles, threadNotes, threads, uploads } from "@/lib/db/schema";
import { openFile } from "@/lib/storage/storage";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import type { OpenNoteFileInput } from "./schemas";

export type OpenNoteFile = { fileName: string; contentType: string; size: number; content: Readable };

/** A file of a note, as a stream. @throws AppError `not_found` for one of a note that is gone or out of sight */
export async function openNoteFile(
  { actor, db }: Context,
  { noteId, uploadId }: OpenNoteFileInput,
): Promise<OpenNoteFile> {
  may(actor, "note.write");
  const [file] = await db
    .select({ upload: uploads })
    .from(noteFiles)
    .innerJoin(uploads, eq(uploads.id, noteFiles.uploadId))
    .innerJoin(threadNotes, eq(threadNotes.id, noteFiles.noteId))
    .innerJoin(threads, eq(threads.id, threadNotes.threadId))
    .where(
      and(
        eq(noteFiles.noteId, noteId),
        eq(noteFiles.uploadId, uploadId),
        isNull(threadNotes.removedAt),
        threadsOf(actor),
      ),
    );
  if (!file) throw new AppError("not_found", { reason: "note_file" });
  const { fileName, contentType, size, storageKey } = file.upload;
  return { fileName, contentType, size, content: await openFile(storageKey) };
}
