import { and, desc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, noteMentions, smartleadActions, threadNotes } from "@/lib/db/schema";
import { withNames } from "@/lib/domain/note";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";

/** What members noted about a thread. */
export async function noteEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({
      id: threadNotes.id,
      at: threadNotes.createdAt,
      text: threadNotes.text,
      by: { id: members.id, name: members.name },
    })
    .from(threadNotes)
    .leftJoin(members, eq(members.id, threadNotes.authorId))
    .where(and(eq(threadNotes.threadId, threadId), isNull(threadNotes.removedAt)))
    .orderBy(desc(threadNotes.createdAt))
    .limit(most);
  const people = await namedIn(db, threadId);
  return rows.map(({ id, at, by, text }) => ({
    id,
    at: at.toISOString(),
    kind: "noted",
    by,
    text: withNames(text, people),
  }));
}

const namedIn = (db: Database, threadId: number) =>
  db
    .selectDistinct({ id: members.id, name: members.name })
    .from(noteMentions)
    .innerJoin(threadNotes, eq(threadNotes.id, noteMentions.noteId))
    .innerJoin(members, eq(members.id, noteMentions.memberId))
    .where(eq(threadNotes.threadId, threadId));

/**
 * What Smartlead is told about a thread. What the timeline shows by itself (a category, a note) is only worth a line while Smartlead
 * does not have it, and that it was read only once that was refused.
 */
export async function carriedEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const { state, kind } = smartleadActions;
  const rows = await db
    .select({ action: smartleadActions, by: { id: members.id, name: members.name } })
    .from(smartleadActions)
    .leftJoin(members, eq(members.id, smartleadActions.memberId))
    .where(
      and(
        eq(smartleadActions.threadId, threadId),
        or(
          eq(state, "refused"),
          and(eq(state, "pending"), ne(kind, "read_state")),
          inArray(kind, ["task", "reminder", "pause", "resume", "unsubscribe", "forward"]),
        ),
      ),
    )
    .orderBy(desc(smartleadActions.createdAt))
    .limit(most);
  return rows.map(({ action, by }) => ({
    id: action.id,
    at: action.createdAt.toISOString(),
    kind: "carried",
    by,
    what: action.kind,
    state: action.state,
    reason: action.reason,
    detail: action.detail ?? "",
  }));
}
