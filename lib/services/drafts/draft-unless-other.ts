import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts } from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { draftOfReply } from "./draft-of-reply";
import { putDraft } from "./put-draft";

/**
 * Makes a draft of the owner's of a reply that does not leave, with a new id. Its row is held and settled by the caller.
 * @returns null where the owner has begun another draft in the thread, and for the answer to an invitation
 */
export async function draftUnlessOther(
  tx: Database,
  owner: Actor,
  reply: ReplyRow,
  savedAt: Date,
): Promise<{ draftId: string; content: DraftContent } | null> {
  // A draft has no calendar part: an invitation is answered anew above its message.
  if (reply.calendarPart !== null) return null;
  const content = await draftOfReply(tx, owner, reply);
  // A late save of the very draft that became this reply is no other draft.
  await tx.delete(drafts).where(and(eq(drafts.id, reply.id), eq(drafts.authorId, owner.memberId)));
  try {
    const draftId = await putDraft(tx, owner, { threadId: reply.threadId, content, savedAt, replace: false });
    return { draftId, content };
  } catch (error) {
    if (error instanceof AppError && error.reason === "draft_exists") return null;
    throw error;
  }
}
