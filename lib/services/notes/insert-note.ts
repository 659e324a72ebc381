import type { Database } from "@/lib/db/client";
import { threadNotes } from "@/lib/db/schema";
import type { Actor } from "../context";

type Written = { id: string; threadId: number; text: string; at: Date };

/**
 * Writes a note about a thread that the actor was shown to see, in the caller's transaction.
 * @returns its row, or null where it is written already: the same press came twice
 */
export async function insertNote(
  tx: Database,
  { workspaceId, memberId }: Pick<Actor, "workspaceId" | "memberId">,
  { id, threadId, text, at }: Written,
): Promise<typeof threadNotes.$inferSelect | null> {
  const [note] = await tx
    .insert(threadNotes)
    .values({ id, workspaceId, threadId, authorId: memberId, text, createdAt: at })
    .onConflictDoNothing()
    .returning();
  return note ?? null;
}
