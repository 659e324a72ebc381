import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { categories, followUpChains, replies, replyAttachments } from "@/lib/db/schema";
import { stepTimes } from "@/lib/domain/step-times";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { zoneOfThread } from "../leads/zone-of-thread";
import type { Actor, Context } from "../context";
import { record } from "../record";
import { recordEach } from "../record-each";
import { newMessageId } from "../replies/new-message-id";
import type { ReplyRow } from "../replies/reply-row";
import { recordTemplateUses } from "../templates/record-template-uses";
import { chainWaits } from "@/lib/services/reviews/chain-waits";
import { refreshThread } from "../threads/refresh-thread";
import { endChain } from "./end-chain";
import { filledSteps, type FilledStep, type FormerPicture, type StepTarget } from "./filled-steps";
import { lockOpenChains } from "./open-chains";
import type { FollowUpsOfReply } from "./schemas";

export type PlannedChain = {
  chainId: string;
  threadId: number;
  steps: { replyId: string; step: number; scheduledTime: string }[];
};

/** What all steps of a chain have in common with the reply that they follow, or would have with one that leaves now. */
export type StepBase = Pick<
  ReplyRow,
  | "threadId"
  | "mailboxId"
  | "parentId"
  | "to"
  | "cc"
  | "subject"
  | "addSignature"
  | "isPlain"
  | "heldReason"
  | "smartleadLeadId"
>;

type Plan = {
  base: StepBase;
  target: StepTarget;
  plan: FollowUpsOfReply & { startDate?: string | undefined };
  /** Where the plan stands in the input, for complaints: "" or "followUps.". */
  path: string;
  at: Date;
};

/**
 * Writes a chain and its steps into the outbox of a thread that the caller holds. The first step is counted from now, or from a reply
 * that is still to leave.
 * @throws AppError `conflict` (already_planned) where another is open than the one that is to be replaced, `not_found` (category),
 * `invalid` with the fields (`unresolved_variable` and `unknown_upload` by their step, `in_the_past`)
 */
export async function writeChain(ctx: Context, { base, target, plan, path, at }: Plan): Promise<PlannedChain> {
  const { actor, db: tx } = ctx;
  const { threadId } = base;
  const pictures = await makeRoom(tx, actor, { threadId, replaces: plan.replaces, at });
  await requireCategories(tx, actor, plan.stopCategoryIds ?? []);
  const filled = await filledSteps(ctx, plan.steps, { target, path, pictures });
  const zone = await zoneOfThread(tx, target, at);
  const waits = plan.steps.map(({ wait }) => wait);
  const times = stepTimes(waits, { from: await lastToLeave(tx, threadId, at), zone, startDate: plan.startDate });
  if (times[0]! <= at) throw new AppError("invalid", { fields: [{ path: `${path}startDate`, reason: "in_the_past" }] });
  const [chain] = await tx
    .insert(followUpChains)
    .values({
      workspaceId: actor.workspaceId,
      threadId,
      authorId: actor.memberId,
      stopCategoryIds: plan.stopCategoryIds ?? [],
      awayRule: plan.awayRule ?? "move",
      createdAt: at,
    })
    .returning();
  const rows = filled.map((step, index) =>
    stepRow({ actor, base, target, zone, at }, { ...step, chainId: chain!.id, number: index + 1, time: times[index]! }),
  );
  await queue(tx, actor, rows, filled);
  await chainWaits(ctx, rows[0]!.id);
  const { replaces = null } = plan;
  const planned = { steps: rows.length, replaces };
  await record(tx, actor, "follow_ups.planned", { threadId, subjectId: chain!.id, data: planned });
  await refreshThread(tx, threadId);
  await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
  const steps = rows.map(({ id, chainStep, dueAt }) => ({
    replyId: id,
    step: chainStep,
    scheduledTime: dueAt.toISOString(),
  }));
  return { chainId: chain!.id, threadId, steps };
}

type Room = { threadId: number; replaces: string | undefined; at: Date };

/**
 * One open chain a thread: two would write to the lead past each other. Only the one makes way that was seen.
 * @returns the pictures of the one that makes way
 */
async function makeRoom(tx: Database, actor: Actor, { threadId, replaces, at }: Room): Promise<FormerPicture[]> {
  const former = await lockOpenChains(tx, eq(followUpChains.threadId, threadId));
  if (former.some(({ id }) => id !== replaces)) throw new AppError("conflict", { reason: "already_planned" });
  const pictures = await picturesOf(
    tx,
    former.map(({ id }) => id),
  );
  for (const chain of former) await endChain(tx, chain, { reason: "by_person", at, by: actor });
  return pictures;
}

/** Each once, though several steps may show it. */
const picturesOf = (tx: Database, chainIds: string[]): Promise<FormerPicture[]> =>
  tx
    .selectDistinctOn([replyAttachments.contentId], {
      contentId: replyAttachments.contentId,
      uploadId: replyAttachments.uploadId,
      fileName: replyAttachments.fileName,
      contentType: replyAttachments.contentType,
      size: replyAttachments.size,
      storageKey: replyAttachments.storageKey,
    })
    .from(replyAttachments)
    .innerJoin(replies, eq(replies.id, replyAttachments.replyId))
    .where(and(inArray(replies.chainId, chainIds), isNotNull(replyAttachments.contentId)));

async function requireCategories(tx: Database, { workspaceId }: Actor, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const isOne = and(inArray(categories.id, ids), eq(categories.workspaceId, workspaceId));
  if ((await tx.$count(categories, isOne)) < new Set(ids).size) throw new AppError("not_found", { reason: "category" });
}

/** When the last reply to the lead leaves that waits in the thread, or now; what was sent before is counted from now, too. */
async function lastToLeave(tx: Database, threadId: number, at: Date): Promise<Date> {
  const leavesAt = sql<Date>`coalesce(${replies.scheduledAt}, ${replies.dueAt})`.mapWith(replies.dueAt);
  const [last] = await tx
    .select({ at: leavesAt })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threadId),
        eq(replies.kind, "reply"),
        isNull(replies.chainId),
        inArray(replies.status, ["awaiting_approval", "scheduled", "queued", "sending", "handed_over"]),
      ),
    )
    .orderBy(desc(leavesAt))
    .limit(1);
  return last && last.at > at ? last.at : at;
}

type Common = { actor: Actor; base: StepBase; target: StepTarget; zone: string; at: Date };
type Own = FilledStep & { chainId: string; number: number; time: Date };

function stepRow({ actor, base, target, zone, at }: Common, { bodyHtml, wait, chainId, number, time }: Own) {
  return {
    ...base,
    id: newId(),
    workspaceId: actor.workspaceId,
    authorId: actor.memberId,
    origin: "machine",
    status: "scheduled",
    scheduleCondition: "if_no_reply",
    bodyHtml,
    scheduledAt: time,
    scheduledZone: zone,
    dueAt: time,
    ...newMessageId(target.mailbox.address),
    acceptedAt: at,
    chainId,
    chainStep: number,
    chainWait: wait,
  } as const satisfies typeof replies.$inferInsert;
}

type Row = ReturnType<typeof stepRow>;

async function queue(tx: Database, actor: Actor, rows: Row[], filled: FilledStep[]): Promise<void> {
  await tx.insert(replies).values(rows);
  const files = rows.flatMap(({ id: replyId }, index) =>
    filled[index]!.attachments.map((file) => ({ ...file, replyId })),
  );
  if (files.length > 0) await tx.insert(replyAttachments).values(files);
  for (const [index, { id, threadId, bodyHtml, dueAt, acceptedAt }] of rows.entries()) {
    await enqueue(tx, JOBS.sendReply, { replyId: id }, { after: dueAt });
    await recordTemplateUses(tx, actor, {
      reply: { id, threadId, bodyHtml },
      templateIds: filled[index]!.templateIds,
      at: acceptedAt,
    });
  }
  const accepted = rows.map(({ id, threadId, status, origin }) => ({
    threadId,
    subjectId: id,
    data: { status, origin },
  }));
  await recordEach(tx, actor, "reply.accepted", accepted);
}
