import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { idOfPress } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { noteFiles, threads, uploads } from "@/lib/db/schema";
import { withNames } from "@/lib/domain/note";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "../access/threads-of";
import { type Actor, may, type Context } from "../context";
import { record } from "../record";
import { carryOver } from "../smartlead/carry-over";
import { leadsOfThreads } from "../smartlead/leads-at-smartlead";
import { insertNote } from "./insert-note";
import { nameMembers } from "./name-members";
import type { AddNoteInput } from "./schemas";

/**
 * Writes a note about a thread for the team; where Smartlead sends for the thread it stands there as well, without its files. Who is
 * named in it is told, and follows the thread from then on. A press that is repeated, since its answer got lost, writes nothing twice.
 * @throws AppError `not_found` (thread; upload, also one that is another's or not whole), `unprocessable` (mention_out_of_sight)
 */
export async function addNote({ actor, db, now }: Context, input: AddNoteInput) {
  may(actor, "note.write");
  const { workspaceId, memberId } = actor;
  const { threadId, text, uploadIds } = input;
  return db.transaction(async (tx) => {
    const at = now();
    const isIt = and(eq(threads.id, threadId), threadsOf(actor));
    const [thread] = await tx.select().from(threads).where(isIt).for("no key update");
    if (!thread) throw new AppError("not_found", { reason: "thread" });
    const id = idOfPress(input.pressId, [memberId, threadId, text, uploadIds]);
    const note = await insertNote(tx, actor, { id, threadId, text, at });
    if (!note) return { noteId: id };
    const people = await nameMembers(tx, { actor, thread, note, at });
    await hangFiles(tx, actor, note.id, uploadIds);
    await carryNote(tx, actor, { threadId, text: withNames(text, people) });
    await record(tx, actor, "note.added", { threadId, subjectId: note.id });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return { noteId: note.id };
  });
}

async function hangFiles(tx: Database, actor: Actor, noteId: string, uploadIds: string[]): Promise<void> {
  if (uploadIds.length === 0) return;
  const own = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(
      and(
        inArray(uploads.id, uploadIds),
        eq(uploads.workspaceId, actor.workspaceId),
        eq(uploads.memberId, actor.memberId),
        eq(uploads.isWhole, true),
      ),
    )
    // What cleans up unused uploads comes too late.
    .for("key share");
  if (own.length < uploadIds.length) throw new AppError("not_found", { reason: "upload" });
  await tx.insert(noteFiles).values(uploadIds.map((uploadId) => ({ noteId, uploadId })));
}

type Carried = { threadId: number; text: string };

async function carryNote(tx: Database, actor: Actor, { threadId, text }: Carried): Promise<void> {
  const [lead] = await leadsOfThreads(tx, [threadId]);
  if (!lead) return;
  const payload = { email_lead_map_id: lead.leadMapId, note_message: text };
  await carryOver(tx, actor, "note", [{ connectionId: lead.connectionId, threadId, payload }]);
}
