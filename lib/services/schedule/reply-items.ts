import { and, asc, desc, eq, gte, inArray, lt, notInArray, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, replies, threads } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { type FoundItem, type Narrowed, PLAIN, type SpanFilter } from "./found-item";
import { AHEAD, isLate, needsSomebody, shownAt } from "./reply-times";

/** What was held for longer than this before it left is looked for by nobody: a person gives it a time before. */
const LONGEST_HOLD_MS = 31 * 86_400_000;

/** Replies that leave, left or were dropped in a span, in order of time. What is being written again is no plan any more. */
export function repliesOfSpan(ctx: Context, span: SpanFilter, limit: number): Promise<FoundItem[]> {
  const { from, to } = span;
  return replyItems(ctx, {
    where: and(
      isNarrowedTo(span),
      lt(replies.dueAt, to),
      gte(shownAt, from),
      lt(shownAt, to),
      or(gte(replies.dueAt, new Date(from.getTime() - LONGEST_HOLD_MS)), inArray(replies.status, [...AHEAD])),
      or(
        sql`${replies.status} <> 'cancelled'`,
        sql`${replies.reason} is null`,
        notInArray(replies.reason, ["undone", "reopened"]),
      ),
    ),
    order: [asc(shownAt), asc(replies.id)],
    limit,
  });
}

/** Replies that need a person, whenever they were due, the newest first. */
export const repliesInTrouble = (ctx: Context, filter: Narrowed, limit: number) =>
  replyItems(ctx, {
    where: and(isNarrowedTo(filter), needsSomebody(ctx.now())),
    order: [desc(shownAt), desc(replies.id)],
    limit,
  });

const isNarrowedTo = ({ mailboxId, memberId }: Narrowed): SQL | undefined =>
  and(
    mailboxId ? eq(replies.mailboxId, mailboxId) : undefined,
    memberId ? eq(sql`coalesce(${threads.assigneeId}, ${replies.authorId})`, memberId) : undefined,
  );

type Wanted = { where: SQL | undefined; order: SQL[]; limit: number };

async function replyItems({ actor, db, now }: Context, { where, order, limit }: Wanted): Promise<FoundItem[]> {
  const rows = await db
    .select({
      id: replies.id,
      at: shownAt,
      threadId: replies.threadId,
      mailboxId: replies.mailboxId,
      status: replies.status,
      heldReason: replies.heldReason,
      reason: replies.reason,
      condition: replies.scheduleCondition,
      origin: replies.origin,
      zone: replies.scheduledZone,
      chainId: replies.chainId,
      chainStep: replies.chainStep,
      author: { id: members.id, name: members.name },
      // The first words are wanted, not two megabytes.
      beginning: sql<string>`left(${replies.bodyHtml}, 2000)`,
    })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .innerJoin(members, eq(members.id, replies.authorId))
    .where(and(eq(replies.workspaceId, actor.workspaceId), inScope(actor), where))
    .orderBy(...order)
    .limit(limit);
  const steps = await stepsOfChains(db, [...new Set(rows.flatMap(({ chainId }) => chainId ?? []))]);
  return rows.map(({ author, beginning, chainId, chainStep, origin, ...row }) => ({
    ...PLAIN,
    id: row.id,
    kind: hasLeft(row.status) ? "sent" : "reply",
    at: row.at.toISOString(),
    threadId: row.threadId,
    mailboxId: row.mailboxId,
    words: snippetOfHtml(beginning.replace(/<[^>]*$/, "")),
    person: author,
    reply: {
      status: row.status,
      heldReason: row.heldReason,
      reason: row.reason,
      condition: row.condition,
      chain: chainId === null ? null : { id: chainId, step: chainStep ?? 1, steps: steps.get(chainId) ?? 1 },
      isMachines: origin === "machine",
      zone: row.zone,
      isOverdue: isLate(row, now()),
    },
  }));
}

const hasLeft = (status: ReplyStatus): boolean => status === "sent" || status === "cancelled";

async function stepsOfChains(db: Database, chainIds: string[]): Promise<Map<string, number>> {
  if (chainIds.length === 0) return new Map();
  const rows = await db
    .select({ chainId: replies.chainId, steps: sql<number>`count(*)::int` })
    .from(replies)
    .where(sql`${replies.chainId} = any(${sql.param(chainIds)}::uuid[])`)
    .groupBy(replies.chainId);
  return new Map(rows.flatMap(({ chainId, steps }) => (chainId ? [[chainId, steps] as const] : [])));
}
