import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts, members, threads } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { seenAmong } from "@/lib/services/access/seen-among";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { scopeOf } from "@/lib/services/access/scope-of";
import { may, type Actor, type Context } from "../context";
import { passDraft } from "./pass-draft";
import type { HandDraftInput } from "./schemas";

/**
 * Gives the actor's own draft to a teammate, with a word about it: it leaves the actor's drafts and is the teammate's, files included.
 * What the teammate has written in the thread already is never lost: it is refused, or with `append` this one's words stand below.
 * @throws AppError `not_found` (draft, member); `conflict` (they_have_a_draft, other_kind where one
 * of them is a forward and the other is not); `unprocessable` (may_not_send, may_not_see)
 */
export async function handDraft({ actor, db, now }: Context, input: HandDraftInput) {
  may(actor, "reply.send");
  const { draftId, toMemberId, note, append } = input;
  return db.transaction(async (tx) => {
    const own = await lockDraft(tx, actor, draftId);
    const { threadId } = own;
    const teammate = await teammateOf(tx, actor, toMemberId);
    await requireSight(tx, teammate, threadId);
    const refused = await passDraft(tx, actor, { draft: own, teammate, note, append, at: now() });
    if (refused) throw new AppError("conflict", { reason: refused });
    return { threadId, toMemberId: teammate.memberId };
  });
}

/** The thread is held first, as whoever saves a draft holds it. */
async function lockDraft(tx: Database, actor: Actor, draftId: string) {
  const isOwn = and(
    eq(drafts.id, draftId),
    eq(drafts.authorId, actor.memberId),
    isOfSeenThread(actor, drafts.threadId),
  );
  const [found] = await tx.select({ threadId: drafts.threadId }).from(drafts).where(isOwn);
  if (found)
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, found.threadId)).for("no key update");
  const [own] = await tx.select().from(drafts).where(isOwn).for("update");
  if (!own) throw new AppError("not_found", { reason: "draft" });
  return own;
}

async function teammateOf(tx: Database, { workspaceId, memberId }: Actor, toMemberId: string): Promise<Actor> {
  const isTeammate = and(
    eq(members.id, toMemberId),
    eq(members.workspaceId, workspaceId),
    isNull(members.deactivatedAt),
  );
  const [found] = toMemberId === memberId ? [] : await tx.select().from(members).where(isTeammate);
  if (!found) throw new AppError("not_found", { reason: "member" });
  if (!roleMay(found.role, "reply.send")) throw new AppError("unprocessable", { reason: "may_not_send" });
  return { ...found, memberId: found.id, scope: await scopeOf(tx, found) };
}

/** A draft in a thread that they do not see would be lost to both. */
async function requireSight(tx: Database, teammate: Actor, threadId: number): Promise<void> {
  if ((await seenAmong(tx, teammate, [threadId])).length === 0)
    throw new AppError("unprocessable", { reason: "may_not_see" });
}
