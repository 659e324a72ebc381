import { and, eq } from "drizzle-orm";
import { drafts } from "@/lib/db/schema";
import { may, type Context } from "../context";
import type { DiscardDraftInput } from "./schemas";

/** Throws the actor's own draft away; one that is gone already is no failure. */
export async function discardDraft({ actor, db }: Context, { draftId }: DiscardDraftInput) {
  may(actor, "reply.send");
  await db.delete(drafts).where(and(eq(drafts.id, draftId), eq(drafts.authorId, actor.memberId)));
  return { draftId };
}
