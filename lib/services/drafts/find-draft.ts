import { and, eq } from "drizzle-orm";
import { drafts } from "@/lib/db/schema";
import { may, type Context } from "../context";
import type { FindDraftInput } from "./schemas";

/** The actor's own draft in a thread, or null. Nobody sees another's. */
export async function findDraft({ actor, db }: Context, { threadId }: FindDraftInput) {
  may(actor, "reply.send");
  const [draft] = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.threadId, threadId),
        eq(drafts.authorId, actor.memberId),
        eq(drafts.workspaceId, actor.workspaceId),
      ),
    );
  if (!draft) return null;
  return { draftId: draft.id, threadId, content: draft.content, savedAt: draft.savedAt.toISOString() };
}
