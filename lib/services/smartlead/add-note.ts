import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { threadNotes, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { AddNoteInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadsOfThreads } from "./leads-at-smartlead";

/** Writes a note about a thread for the team; where Smartlead sends for the thread it stands there as well. @throws AppError `not_found` (thread) */
export async function addNote({ actor, db, now }: Context, { threadId, text }: AddNoteInput) {
  may(actor, "thread.triage");
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const isIt = and(eq(threads.id, threadId), threadsOf(actor));
    const [thread] = await tx.select({ id: threads.id }).from(threads).where(isIt).for("no key update");
    if (!thread) throw new AppError("not_found", { reason: "thread" });
    const [note] = await tx
      .insert(threadNotes)
      .values({ workspaceId, threadId, authorId: memberId, text, createdAt: now() })
      .returning({ id: threadNotes.id });
    const [lead] = await leadsOfThreads(tx, [threadId]);
    if (lead) {
      const payload = { email_lead_map_id: lead.leadMapId, note_message: text };
      await carryOver(tx, actor, "note", [{ connectionId: lead.connectionId, threadId, payload }]);
    }
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return { noteId: note!.id };
  });
}
