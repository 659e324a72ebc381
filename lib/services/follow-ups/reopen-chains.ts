import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { events, followUpChains, replies, reviews } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import type { Actor } from "../context";
import { record } from "../record";
import { recordEach } from "../record-each";
import { refreshThread } from "../threads/refresh-thread";
import { endChain } from "./end-chain";
import { isChainAnswered } from "./is-chain-answered";
import type { Chain } from "./open-chains";

type Undone = { eventIds: string[]; reason: keyof typeof BECAUSE; at: Date };

/** What a person does that stops chains, by how these end: what their steps are told when it is taken back. */
const BECAUSE = {
  category: "category_undone",
  /** A stranger's thread was made the lead's, and with it the answer that is in it. */
  answered: "attaching_undone",
} as const;

/**
 * Somebody takes back the categories, or that a thread is a lead's, that `eventIds` tell of: the chains that these have stopped go on at
 * their times. What has become due meanwhile is judged as after a standstill; what was answered meanwhile stays ended; where another
 * chain was planned, that one stays. The caller holds the threads.
 */
export async function reopenChains(tx: Database, actor: Actor, { eventIds, reason, at }: Undone): Promise<void> {
  if (eventIds.length === 0) return;
  const stopped = await tx
    .select({ chain: followUpChains })
    .from(followUpChains)
    .innerJoin(ended, and(eq(ended.subjectId, sql`${followUpChains.id}::text`), eq(ended.kind, "follow_ups.ended")))
    // Both were written in one transaction, which gives its facts one time.
    .innerJoin(given, and(isOfOne[reason], eq(given.at, ended.at), inArray(given.id, eventIds)))
    .where(and(eq(followUpChains.endedReason, reason), hasNoOther(tx)))
    .for("update", { of: followUpChains });
  for (const { chain } of stopped) await reopenChain(tx, actor, chain, { at, because: BECAUSE[reason] });
}

const ended = alias(events, "ended");
const given = alias(events, "given");

/** A category stops what is planned in its thread; an answer stops it in whatever thread of the lead. */
const isOfOne = {
  category: eq(given.threadId, ended.threadId),
  answered: eq(given.workspaceId, ended.workspaceId),
};

/** Two open chains of a thread would write to the lead past each other. */
export function hasNoOther(tx: Database) {
  const other = alias(followUpChains, "other");
  const isOpen = and(eq(other.threadId, followUpChains.threadId), sql`${other.endedAt} is null`);
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(other)
      .where(isOpen),
  );
}

type Reopened = { at: Date; because: "category_undone" | "attaching_undone" | "stop_undone" | "answer_ours" };
/** A person, or nobody but the machine. */
type By = Pick<Actor, "workspaceId"> & Partial<Actor>;

/** A chain that was stopped goes on at its times, but for steps that had been dropped before. The caller holds it and its thread. */
export async function reopenChain(tx: Database, by: By, chain: Chain, { at, because }: Reopened): Promise<void> {
  const { id: chainId, workspaceId, threadId } = chain;
  await tx.update(followUpChains).set({ endedAt: null, endedReason: null }).where(eq(followUpChains.id, chainId));
  const steps = await tx
    .update(replies)
    .set({ status: formerStatus, reason: null })
    .where(and(eq(replies.chainId, chainId), eq(replies.status, "cancelled"), hasEndedWithIt))
    .returning({ id: replies.id, dueAt: replies.dueAt, status: replies.status });
  for (const { id, dueAt } of steps) await enqueue(tx, JOBS.sendReply, { replyId: id }, { after: dueAt });
  await waitAgain(
    tx,
    steps.filter(({ status }) => status === "awaiting_approval").map(({ id }) => id),
  );
  const planned = steps.map(({ id, dueAt }) => ({
    threadId,
    subjectId: id,
    data: { scheduledTime: dueAt.toISOString(), because },
  }));
  await recordEach(tx, by, "reply.rescheduled", planned);
  await record(tx, by, "follow_ups.reopened", { threadId, subjectId: chainId, data: { steps: steps.length } });
  if (await isChainAnswered(tx, chain)) await endChain(tx, chain, { reason: "answered", at });
  await refreshThread(tx, threadId);
  await notifyChange(tx, { workspaceId, kind: "thread", threadId });
}

/** The looks that were closed with the chain are open again: without one nobody could ever let the step go. */
async function waitAgain(tx: Database, replyIds: string[]): Promise<void> {
  if (replyIds.length === 0) return;
  const opened = await tx
    .update(reviews)
    .set({ state: "waiting", decidedById: null, decidedAt: null })
    .where(and(inArray(reviews.replyId, replyIds), eq(reviews.kind, "approval"), eq(reviews.state, "withdrawn")))
    .returning({ workspaceId: reviews.workspaceId, threadId: reviews.threadId });
  for (const each of opened) await notifyChange(tx, { ...each, kind: "review" });
}

/** The newest end of a chain and what it cancelled were written in one transaction, which gives its facts one time. */
const hasEndedWithIt = sql`exists (
  select from ${events} as stop
  where stop.thread_id = ${replies.threadId} and stop.subject_id = ${replies.id}::text and stop.kind = 'reply.cancelled'
  and stop.at = (
    select max(ended.at) from ${events} as ended
    where ended.thread_id = ${replies.threadId} and ended.subject_id = ${replies.chainId}::text
    and ended.kind = 'follow_ups.ended'
  )
)`;

/** What waited for approval waits for it again. */
const formerStatus = sql`case when (
  select stop.data ->> 'former' from ${events} as stop
  where stop.thread_id = ${replies.threadId} and stop.subject_id = ${replies.id}::text and stop.kind = 'reply.cancelled'
  order by stop.at desc limit 1
) = 'awaiting_approval' then 'awaiting_approval' else 'scheduled' end`;
