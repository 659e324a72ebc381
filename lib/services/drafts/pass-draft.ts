import { and, eq } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { drafts } from "@/lib/db/schema";
import { draftBelow } from "@/lib/domain/draft-below";
import { notifyChange } from "@/lib/realtime/notify";
import type { Actor } from "../context";
import { record } from "../record";
import { hasWords } from "./has-words";
import { withFilesOf } from "./with-files-of";

type Passed = {
  /** Held by the caller, as its thread is. */
  draft: typeof drafts.$inferSelect;
  /** Active, and sees the thread. */
  teammate: Pick<Actor, "memberId" | "workspaceId">;
  note: string;
  /** Whether its words may stand below what the teammate has written in the thread. */
  append: boolean;
  at: Date;
};

/**
 * Makes a draft the teammate's, files included, in the caller's transaction; its author is who has handed it over, whoever asked for it.
 * @returns why it stays as it was, or null: they_have_a_draft, other_kind where one of them is a forward and the other is not
 */
export async function passDraft(
  tx: Database,
  actor: Pick<Actor, "memberId" | "workspaceId">,
  { draft, teammate, note, append, at }: Passed,
): Promise<"they_have_a_draft" | "other_kind" | null> {
  const { id: draftId, threadId, workspaceId, authorId } = draft;
  const [theirs] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.threadId, threadId), eq(drafts.authorId, teammate.memberId)))
    .for("update");
  const keeps = theirs && hasWords(theirs.content);
  if (keeps && !append) return "they_have_a_draft";
  if (keeps && theirs.content.kind !== draft.content.kind) return "other_kind";
  const given = await withFilesOf(tx, { memberId: authorId, workspaceId }, teammate, draft.content);
  const content = keeps ? draftBelow(theirs.content, given) : given;
  await tx.delete(drafts).where(eq(drafts.id, draftId));
  const row = { content, savedAt: at, handedById: authorId, handedAt: at, handedNote: note };
  const id = theirs?.id ?? newId();
  if (theirs) await tx.update(drafts).set(row).where(eq(drafts.id, id));
  else await tx.insert(drafts).values({ ...row, id, workspaceId, threadId, authorId: teammate.memberId });
  await record(tx, actor, "draft.handed", {
    threadId,
    subjectId: teammate.memberId,
    // What stands below words of the teammate's own cannot be taken back.
    data: { draftId, ...(keeps ? {} : { givenId: id }) },
  });
  await notifyChange(tx, { workspaceId, kind: "thread", threadId });
  return null;
}
