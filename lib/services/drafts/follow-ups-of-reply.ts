import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, followUpChains, replies, replyAttachments, templateUses, uploads } from "@/lib/db/schema";
import type { DraftFollowUps } from "@/lib/domain/draft";
import { withEscapedBraces } from "@/lib/domain/fill-variables";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import { isPending } from "@/lib/domain/reply-state";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { ownUpload } from "./own-upload";

type Asked = Pick<ReplyRow, "chainId" | "threadId" | "authorId" | "acceptedAt">;

/**
 * What was to follow a reply of the composer, to be written on when the reply becomes a draft again; null where nothing was, or where
 * something else than a person has stopped it. The follow-ups bear the reply's own time of acceptance.
 */
export async function followUpsOfReply(tx: Database, actor: Actor, reply: Asked): Promise<DraftFollowUps | null> {
  if (reply.chainId !== null) return null;
  const isOf = and(eq(followUpChains.threadId, reply.threadId), eq(followUpChains.authorId, reply.authorId));
  const isOpen = or(isNull(followUpChains.endedAt), eq(followUpChains.endedReason, "by_person"));
  const [chain] = await tx
    .select()
    .from(followUpChains)
    .where(and(isOf, eq(followUpChains.createdAt, reply.acceptedAt), isOpen));
  if (!chain) return null;
  const rows = await tx.select().from(replies).where(eq(replies.chainId, chain.id)).orderBy(asc(replies.chainStep));
  const uses = await tx
    .select({ replyId: templateUses.replyId, templateId: templateUses.templateId })
    .from(templateUses)
    .innerJoin(replies, eq(replies.id, templateUses.replyId))
    .where(eq(replies.chainId, chain.id));
  const uploadOf = await pictureUploads(tx, actor, chain.id);
  const steps = rows
    .filter(({ status, reason }) => isPending(status) || (status === "cancelled" && reason === "by_person"))
    .map(({ id, bodyHtml, chainWait }) => ({
      bodyHtml: withRestoredUploads(withEscapedBraces(bodyHtml), (contentId) => uploadOf.get(contentId)),
      templateIds: uses.filter(({ replyId }) => replyId === id).map(({ templateId }) => templateId),
      wait: chainWait!,
    }));
  if (steps.length === 0) return null;
  const replaces = await replacedBy(tx, chain);
  const { stopCategoryIds, awayRule } = chain;
  return { steps, stopCategoryIds, awayRule, ...(replaces ? { replaces } : {}) };
}

/** Those that had made way for a chain come back with its reply, and make way again. */
async function replacedBy(tx: Database, { id, threadId }: { id: string; threadId: number }): Promise<string | null> {
  const isPlan = and(eq(events.threadId, threadId), eq(events.subjectId, id), eq(events.kind, "follow_ups.planned"));
  const [plan] = await tx
    .select({ replaces: sql<string | null>`${events.data} ->> 'replaces'` })
    .from(events)
    .where(isPlan);
  return plan?.replaces ?? null;
}

/** The pictures of a chain's steps by their parts, as uploads of the actor's. */
async function pictureUploads(tx: Database, actor: Actor, chainId: string): Promise<Map<string, string>> {
  const pictures = await tx
    .selectDistinctOn([replyAttachments.contentId], { contentId: replyAttachments.contentId, upload: uploads })
    .from(replyAttachments)
    .innerJoin(replies, eq(replies.id, replyAttachments.replyId))
    .innerJoin(uploads, eq(uploads.id, replyAttachments.uploadId))
    .where(and(eq(replies.chainId, chainId), isNotNull(replyAttachments.contentId)));
  const found = new Map<string, string>();
  for (const { contentId, upload } of pictures) found.set(contentId!, (await ownUpload(tx, actor, upload)).id);
  return found;
}
