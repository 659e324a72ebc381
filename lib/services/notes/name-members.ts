import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { noteMentions, threadFollowers, type threadNotes, type threads } from "@/lib/db/schema";
import { mentionedIn } from "@/lib/domain/note";
import type { PersonView } from "@/lib/domain/person-view";
import { listWhoSees } from "../access/list-who-sees";
import type { Actor } from "../context";
import { tellMembers } from "../notifications/tell-members";

type Naming = {
  actor: Actor;
  thread: typeof threads.$inferSelect;
  note: Pick<typeof threadNotes.$inferSelect, "id" | "text">;
  at: Date;
};

/**
 * Keeps who is named in a note. Who was not named in it before is told, and follows the thread.
 * @returns those who can be named
 * @throws AppError `unprocessable` (mention_out_of_sight) for somebody who does not see the thread
 */
export async function nameMembers(tx: Database, { actor, thread, note, at }: Naming): Promise<PersonView[]> {
  const named = mentionedIn(note.text);
  const before = await tx.select().from(noteMentions).where(eq(noteMentions.noteId, note.id));
  const known = new Set(before.map(({ memberId }) => memberId));
  const seeing = named.length > 0 ? await listWhoSees(tx, thread) : [];
  const fresh = named.filter((memberId) => !known.has(memberId));
  if (fresh.some((memberId) => !seeing.some(({ id }) => id === memberId)))
    throw new AppError("unprocessable", { reason: "mention_out_of_sight" });
  const gone = [...known].filter((memberId) => !named.includes(memberId));
  if (gone.length > 0)
    await tx.delete(noteMentions).where(and(eq(noteMentions.noteId, note.id), inArray(noteMentions.memberId, gone)));
  if (fresh.length === 0) return seeing.map(({ id, name }) => ({ id, name }));
  await tx.insert(noteMentions).values(fresh.map((memberId) => ({ noteId: note.id, memberId })));
  await tx
    .insert(threadFollowers)
    .values(fresh.map((memberId) => ({ threadId: thread.id, memberId, createdAt: at })))
    .onConflictDoNothing();
  await tellMembers(
    tx,
    { workspaceId: actor.workspaceId, byId: actor.memberId, at },
    fresh.map((memberId) => ({ memberId, kind: "mentioned", threadId: thread.id, subjectId: note.id })),
  );
  return seeing.map(({ id, name }) => ({ id, name }));
}
