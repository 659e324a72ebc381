import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { drafts } from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import type { Actor } from "../context";
import { hasWords } from "./has-words";

type New = { threadId: number; content: DraftContent; savedAt: Date; replace: boolean };

/**
 * Puts a draft with a new id in front of an author. A draft that already holds words is replaced only when asked to.
 * @throws AppError `conflict` with reason `draft_exists`
 */
export async function putDraft(
  tx: Database,
  { memberId, workspaceId }: Actor,
  { threadId, content, savedAt, replace }: New,
): Promise<string> {
  const [former] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.threadId, threadId), eq(drafts.authorId, memberId)))
    .for("update");
  if (former && !replace && hasWords(former.content)) throw new AppError("conflict", { reason: "draft_exists" });
  if (former) await tx.delete(drafts).where(eq(drafts.id, former.id));
  const id = newId();
  await tx.insert(drafts).values({ id, workspaceId, threadId, authorId: memberId, content, savedAt });
  return id;
}
