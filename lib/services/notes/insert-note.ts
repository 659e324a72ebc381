import type { Database } from "@/lib/db/client";
import { threadNotes } from "@/lib/db/schema";
import type { Actor } from "../context";

/** Writes a note about a thread that the actor was shown to see, in the caller's transaction. @returns its row */
export async function insertNote(
  tx: Database,
  { workspaceId, memberId }: Pick<Actor, "workspaceId" | "memberId">,
  { threadId, text, at }: { threadId: number; text: string; at: Date },
): Promise<typeof threadNotes.$inferSelect> {
  const [note] = await tx
    .insert(threadNotes)
    .values({ workspaceId, threadId, authorId: memberId, text, createdAt: at })
    .returning();
  return note!;
}
