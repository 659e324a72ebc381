import { and, desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts, events, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";
import { findDraft } from "./find-draft";
import { putDraft } from "./put-draft";
import type { TakeBackDraftInput } from "./schemas";
import { withFilesOf } from "./with-files-of";

/**
 * Takes back a draft that the actor has handed over, as long as the teammate has not gone on with it: it is the actor's again, under
 * another id, files included.
 * @param input `draftId`: the one that it had before
 * @throws AppError `not_found`; `conflict` (handed_on: they have written in it, sent it or thrown it away; draft_exists: the actor has
 * begun another)
 */
export async function takeBackDraft({ actor, db, now }: Context, { draftId }: TakeBackDraftInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const handed = await findHandOver(tx, actor, draftId);
    const { threadId, toMemberId, givenId } = handed;
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
    const isUntouched = and(
      sql`${drafts.id}::text = ${givenId}`,
      eq(drafts.threadId, threadId),
      eq(drafts.authorId, toMemberId),
      eq(drafts.handedById, actor.memberId),
      eq(drafts.savedAt, drafts.handedAt),
    );
    const [theirs] = await tx.delete(drafts).where(isUntouched).returning();
    if (!theirs) throw new AppError("conflict", { reason: "handed_on" });
    const teammate = { memberId: toMemberId, workspaceId: actor.workspaceId };
    const content = await withFilesOf(tx, teammate, actor, theirs.content);
    await putDraft(tx, actor, { threadId, content, savedAt: now(), replace: false });
    await record(tx, actor, "draft.taken_back", { threadId, subjectId: toMemberId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { draft: await findDraft({ actor, db: tx, now }, { threadId }) };
  });
}

/** The newest of the actor's own: what was handed over is known by its event alone. */
async function findHandOver(tx: Database, actor: Actor, draftId: string) {
  const [found] = await tx
    .select({
      threadId: events.threadId,
      toMemberId: events.subjectId,
      givenId: sql<string | null>`${events.data} ->> 'givenId'`,
    })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, actor.workspaceId),
        eq(events.memberId, actor.memberId),
        eq(events.kind, "draft.handed"),
        sql`${events.data} ->> 'draftId' = ${draftId}`,
        isOfSeenThread(actor, events.threadId),
      ),
    )
    .orderBy(desc(events.at))
    .limit(1);
  if (!found?.threadId || !found.toMemberId) throw new AppError("not_found", { reason: "draft" });
  return { ...found, threadId: found.threadId, toMemberId: found.toMemberId };
}
