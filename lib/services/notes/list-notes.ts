import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members, noteFiles, noteMentions, threadNotes, threads, uploads } from "@/lib/db/schema";
import type { NoteView } from "@/lib/domain/note";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import type { ListNotesInput } from "./schemas";

/** The notes of a thread, oldest first. @throws AppError `not_found` (thread), `forbidden` for clients */
export async function listNotes({ actor, db }: Context, { threadId }: ListNotesInput): Promise<NoteView[]> {
  may(actor, "note.write");
  const isIt = and(eq(threads.id, threadId), threadsOf(actor));
  const [thread] = await db.select({ id: threads.id }).from(threads).where(isIt);
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const rows = await db
    .select({ note: threadNotes, author: { id: members.id, name: members.name } })
    .from(threadNotes)
    .leftJoin(members, eq(members.id, threadNotes.authorId))
    .where(and(eq(threadNotes.threadId, threadId), isNull(threadNotes.removedAt)))
    .orderBy(asc(threadNotes.createdAt), asc(threadNotes.id));
  const ids = rows.map(({ note }) => note.id);
  if (ids.length === 0) return [];
  const named = await db
    .select({ noteId: noteMentions.noteId, person: { id: members.id, name: members.name } })
    .from(noteMentions)
    .innerJoin(members, eq(members.id, noteMentions.memberId))
    .where(inArray(noteMentions.noteId, ids));
  const files = await db
    .select({
      noteId: noteFiles.noteId,
      file: { id: uploads.id, fileName: uploads.fileName, contentType: uploads.contentType, size: uploads.size },
    })
    .from(noteFiles)
    .innerJoin(uploads, eq(uploads.id, noteFiles.uploadId))
    .where(inArray(noteFiles.noteId, ids))
    .orderBy(asc(uploads.id));
  return rows.map(({ note: { id, text, createdAt, editedAt }, author }) => ({
    id,
    author,
    text,
    mentions: named.filter(({ noteId }) => noteId === id).map(({ person }) => person),
    files: files.filter(({ noteId }) => noteId === id).map(({ file }) => file),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}
