import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { threadNotes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { record } from "../record";
import { nameMembers } from "./name-members";
import type { EditNoteInput } from "./schemas";
import { seenNote } from "./seen-note";

/**
 * Changes the words of one's own note; its files stay. Who is named only now is told. What Smartlead was given stays as it was there.
 * @throws AppError `not_found` (note), `forbidden` for another's, `unprocessable` as `addNote`
 */
export async function editNote({ actor, db, now }: Context, { noteId, text }: EditNoteInput) {
  may(actor, "note.write");
  return db.transaction(async (tx) => {
    const at = now();
    const { note, thread } = await seenNote(tx, actor, noteId);
    if (note.authorId !== actor.memberId) throw new AppError("forbidden", { reason: "not_the_author" });
    if (note.text === text) return { noteId };
    await tx.update(threadNotes).set({ text, editedAt: at }).where(eq(threadNotes.id, noteId));
    await nameMembers(tx, { actor, thread, note: { id: noteId, text }, at });
    await record(tx, actor, "note.edited", { threadId: thread.id, subjectId: noteId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId: thread.id });
    return { noteId };
  });
}
