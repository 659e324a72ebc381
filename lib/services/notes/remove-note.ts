import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { threadNotes } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RemoveNoteInput } from "./schemas";
import { seenNote } from "./seen-note";

/** Takes a note away, with its files: its author may, and who leads the team. @throws AppError `not_found` (note), `forbidden` */
export async function removeNote({ actor, db, now }: Context, { noteId }: RemoveNoteInput) {
  may(actor, "note.write");
  return db.transaction(async (tx) => {
    const { note, thread } = await seenNote(tx, actor, noteId);
    if (note.authorId !== actor.memberId && !roleMay(actor.role, "note.removeAny"))
      throw new AppError("forbidden", { reason: "not_the_author" });
    await tx.update(threadNotes).set({ removedAt: now() }).where(eq(threadNotes.id, noteId));
    await record(tx, actor, "note.removed", { threadId: thread.id, subjectId: noteId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId: thread.id });
    return { noteId };
  });
}
