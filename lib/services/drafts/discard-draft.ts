import { and, eq } from "drizzle-orm";
import { drafts } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { DiscardDraftInput } from "./schemas";

/** Throws the actor's own draft away; one that is gone already is no failure. */
export async function discardDraft({ actor, db }: Context, { draftId }: DiscardDraftInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(drafts)
      .where(and(eq(drafts.id, draftId), eq(drafts.authorId, actor.memberId)))
      .returning({ threadId: drafts.threadId });
    if (gone) await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: [gone.threadId] });
    return { draftId };
  });
}
