import { and, asc, desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { followUpChains, leads, mailboxes, members, replies, threads } from "@/lib/db/schema";
import type { FollowUpStepView, FollowUpsView } from "@/lib/domain/follow-up";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { zoneOfThread } from "../leads/zone-of-thread";
import { ownPictures } from "../replies/own-pictures";
import type { ReplyRow } from "../replies/reply-row";
import type { GetThreadInput } from "../threads/schemas";

/**
 * What follow-ups a thread has: the chain that is open, else the last one, with all its steps in order; null where there was none.
 * Their pictures are shown from the reader's own uploads; those of a colleague stay parts (`cid:`).
 * @throws AppError `not_found` (thread)
 */
export async function getFollowUps(ctx: Context, { threadId }: GetThreadInput): Promise<FollowUpsView | null> {
  const { actor, db, now } = ctx;
  may(actor, "plan.read");
  const [found] = await db
    .select({ thread: threads, mailbox: mailboxes, lead: leads })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!found) throw new AppError("not_found", { reason: "thread" });
  const newest = await newestChain(db, threadId);
  if (!newest) return null;
  const { chain, author } = newest;
  const steps = await db.select().from(replies).where(eq(replies.chainId, chain.id)).orderBy(asc(replies.chainStep));
  const uploadOf = await ownPictures(
    db,
    actor,
    steps.map(({ id }) => id),
  );
  const planned = steps.find(({ scheduledZone }) => scheduledZone !== null)?.scheduledZone;
  return {
    id: chain.id,
    threadId,
    author,
    awayRule: chain.awayRule,
    stopCategoryIds: chain.stopCategoryIds,
    createdAt: chain.createdAt.toISOString(),
    endedAt: chain.endedAt?.toISOString() ?? null,
    endedReason: chain.endedReason,
    zone: planned ?? (await zoneOfThread(db, found, now())),
    steps: steps.map((step) => stepView({ ...step, bodyHtml: withRestoredUploads(step.bodyHtml, uploadOf) })),
  };
}

async function newestChain(db: Database, threadId: number) {
  const [newest] = await db
    .select({ chain: followUpChains, author: { id: members.id, name: members.name } })
    .from(followUpChains)
    .innerJoin(members, eq(members.id, followUpChains.authorId))
    .where(eq(followUpChains.threadId, threadId))
    .orderBy(desc(sql`${followUpChains.endedAt} is null`), desc(followUpChains.createdAt), desc(followUpChains.id))
    .limit(1);
  return newest;
}

function stepView(reply: ReplyRow): FollowUpStepView {
  const {
    id,
    mailboxId,
    chainStep,
    chainWait,
    status,
    heldReason,
    reason,
    dueAt,
    nextAttemptAt,
    sentAt,
    subject,
    bodyHtml,
  } = reply;
  return {
    replyId: id,
    mailboxId,
    step: chainStep!,
    wait: chainWait!,
    status,
    heldReason,
    reason,
    dueAt: dueAt.toISOString(),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    subject,
    words: snippetOfHtml(bodyHtml),
    bodyHtml,
  };
}
