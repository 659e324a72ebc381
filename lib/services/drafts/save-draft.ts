import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts, messages, replies, threads } from "@/lib/db/schema";
import { defined } from "@/lib/domain/defined";
import type { DraftContent } from "@/lib/domain/draft";
import { isSameInstant } from "@/lib/domain/same-instant";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "@/lib/services/access/threads-of";
import { findSurvivingThread } from "@/lib/services/threads/find-surviving-thread";
import { may, type Actor, type Context } from "../context";
import type { SaveDraftInput } from "./schemas";
import { wasHanded } from "./was-handed";

/**
 * Keeps what an author has typed in a thread: one draft a thread and author, whole, as typed.
 * When another tab began the draft, it keeps that tab's id, which comes back as `draftId`. What is typed in a thread that was
 * merged meanwhile is kept in the one that it was merged into.
 * @throws AppError `not_found` for a thread or parent out of sight; `conflict`: `draft_changed` when it was saved
 * elsewhere since `basedOn`, `already_sent` when the draft has become a reply, `draft_of_another_thread` when the id is taken, `draft_handed` when it
 * is a teammate's now
 */
export async function saveDraft({ actor, db, now }: Context, input: SaveDraftInput) {
  may(actor, "reply.send");
  const { draftId, basedOn } = input;
  return db.transaction(async (tx) => {
    const threadId = await seeThread(tx, actor, input.threadId, input.content.parentId);
    const [sent] = await tx.select({ id: replies.id }).from(replies).where(eq(replies.id, draftId));
    if (sent) throw new AppError("conflict", { reason: "already_sent" });
    const [former] = await tx
      .select()
      .from(drafts)
      .where(and(eq(drafts.threadId, threadId), eq(drafts.authorId, actor.memberId)));
    if (former?.id !== draftId && (await wasHanded(tx, threadId, draftId)))
      throw new AppError("conflict", { reason: "draft_handed" });
    if (basedOn !== undefined && !isSameInstant(former?.savedAt ?? null, basedOn))
      throw new AppError("conflict", { reason: "draft_changed" });
    const content = withoutUndefined(input.content);
    const savedAt = now();
    if (former) await tx.update(drafts).set({ content, savedAt }).where(eq(drafts.id, former.id));
    else {
      const { workspaceId, memberId } = actor;
      const row = { id: draftId, workspaceId, threadId, authorId: memberId, content, savedAt };
      const made = await tx.insert(drafts).values(row).onConflictDoNothing({ target: drafts.id }).returning();
      if (made.length === 0) throw new AppError("conflict", { reason: "draft_of_another_thread" });
      // The author's other tabs list it; what is typed from now on changes no list.
      await notifyChange(tx, { workspaceId, kind: "threads", threadIds: [threadId] });
    }
    return { draftId: former?.id ?? draftId, savedAt: savedAt.toISOString() };
  });
}

/** @returns the thread's number now: a merge takes the messages along, so that the parent is there as well. */
async function seeThread(tx: Database, actor: Actor, formerId: number, parentId: string): Promise<number> {
  const threadId =
    (await lockThread(tx, actor, formerId)) ??
    (await lockThread(tx, actor, await findSurvivingThread(tx, actor.workspaceId, formerId)));
  if (threadId === null) throw new AppError("not_found", { reason: "thread" });
  const [parent] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.id, parentId), eq(messages.threadId, threadId)));
  if (!parent) throw new AppError("not_found", { reason: "message" });
  return threadId;
}

/** The thread's row is locked, so that two tabs that begin at once do not both insert. */
async function lockThread(tx: Database, actor: Actor, threadId: number | null): Promise<number | null> {
  if (threadId === null) return null;
  const [thread] = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)))
    .for("no key update");
  return thread?.id ?? null;
}

/** Keys without a value are left out, as jsonb leaves them out. */
function withoutUndefined(content: SaveDraftInput["content"]): DraftContent {
  const { replyEmailBody, replyEmailTime, seqType, kind, isPlain, templateIds, followUps, ...shown } = content;
  const attachments = content.attachments.map((file) => {
    if ("fileUrl" in file) return file;
    const { contentId, attachmentId, ...upload } = file;
    return { ...upload, ...(contentId ? { contentId } : {}), ...(attachmentId ? { attachmentId } : {}) };
  });
  return {
    ...shown,
    attachments,
    ...defined({ replyEmailBody, replyEmailTime, seqType, kind, isPlain, templateIds, followUps }),
  };
}
