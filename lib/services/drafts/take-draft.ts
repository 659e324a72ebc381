import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts } from "@/lib/db/schema";
import { isSameInstant } from "@/lib/domain/same-instant";
import type { Actor } from "../context";
import { wasHanded } from "./was-handed";

type Taken = {
  draftId: string;
  threadId: number;
  /** When it was saved that is sent; absent where nobody has said so. */
  basedOn?: string | null | undefined;
};

/**
 * Takes a draft away that becomes a reply, unless it holds words that whoever sends it has not seen. One that is not there was never
 * saved, thrown away, or is being sent at the same time: nothing is lost with it.
 * @throws AppError `not_found`; `conflict`: `draft_changed` when it was saved elsewhere since `basedOn`, `draft_of_another_thread`,
 * `draft_handed`
 */
export async function takeDraft(tx: Database, actor: Actor, { draftId, threadId, basedOn }: Taken): Promise<void> {
  const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId)).for("update");
  if (!draft) {
    if (await wasHanded(tx, threadId, draftId)) throw new AppError("conflict", { reason: "draft_handed" });
    return;
  }
  if (draft.authorId !== actor.memberId) throw new AppError("not_found", { reason: "draft" });
  if (draft.threadId !== threadId) throw new AppError("conflict", { reason: "draft_of_another_thread" });
  if (basedOn !== undefined && !isSameInstant(draft.savedAt, basedOn))
    throw new AppError("conflict", { reason: "draft_changed" });
  await tx.delete(drafts).where(eq(drafts.id, draftId));
}
