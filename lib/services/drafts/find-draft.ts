import { and, eq } from "drizzle-orm";
import { drafts, members } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { FindDraftInput } from "./schemas";

/** The actor's own draft in a thread, or null. Nobody sees another's. */
export async function findDraft({ actor, db }: Context, { threadId }: FindDraftInput) {
  may(actor, "reply.send");
  const [found] = await db
    .select({ draft: drafts, by: members.name })
    .from(drafts)
    .leftJoin(members, eq(members.id, drafts.handedById))
    .where(
      and(
        eq(drafts.threadId, threadId),
        eq(drafts.authorId, actor.memberId),
        eq(drafts.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, drafts.threadId),
      ),
    );
  if (!found) return null;
  const { draft, by } = found;
  const { handedAt, handedNote: note } = draft;
  return {
    draftId: draft.id,
    threadId,
    content: draft.content,
    savedAt: draft.savedAt.toISOString(),
    ...(by && handedAt ? { handed: { by, at: handedAt.toISOString(), note } } : {}),
  };
}
