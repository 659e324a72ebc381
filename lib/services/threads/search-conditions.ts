import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { campaigns, categories, drafts, mailboxes, members, messages, threads } from "@/lib/db/schema";
import { roleMayView } from "@/lib/domain/list-view";
import { roleMay } from "@/lib/domain/permissions";
import { isAge, type NamedField, type ThreadState } from "@/lib/domain/search-operators";
import type { SearchTerm } from "@/lib/domain/search-query";
import type { Sentiment } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";
import { conditionsOf, startOfDay, startOfDayAgo } from "./list-conditions";

type OfThread = Extract<SearchTerm, { kind: "state" | "view" | "named" }>;

/** The condition on a thread's row that an operator stands for. Names are looked up among those of the workspace. */
export async function threadCondition(ctx: Context, term: OfThread): Promise<SQL> {
  if (term.kind === "state" && PLANS.includes(term.state) && !roleMay(ctx.actor.role, "plan.read")) return sql`false`;
  if (term.kind === "state") return STATES[term.state](ctx.actor);
  if (term.kind === "view" && !roleMayView(ctx.actor.role, term.view)) return sql`false`;
  if (term.kind === "view") return and(...conditionsOf(ctx, { view: term.view, sort: "newest" }))!;
  return isAmong(COLUMNS[term.field], await idsNamed(ctx, term.field, term.value));
}

/** The condition on a message that a date stands for, in days by the actor's own clock. */
export function sentCondition(ctx: Context, { from, until }: Extract<SearchTerm, { kind: "sent" }>): SQL {
  const since = from ? sql`${messages.sentAt} >= ${startOf(ctx, from)}` : undefined;
  const before = until ? sql`${messages.sentAt} < ${startOf(ctx, until)}` : undefined;
  return and(since, before)!;
}

/** A thread without a message since that day need not be looked into. */
export const livedSince = (ctx: Context, day: string): SQL => sql`${threads.lastMessageAt} >= ${startOf(ctx, day)}`;

/** Of a day of the calendar, or of one so long before today. */
const startOf = ({ actor, now }: Context, day: string): SQL =>
  isAge(day) ? startOfDayAgo(actor, now(), day) : startOfDay(actor, day, 0);

/** What members plan, which not everybody reads. */
const PLANS: readonly ThreadState[] = ["scheduled", "failed", "draft"];

const STATES: Record<ThreadState, (actor: Context["actor"]) => SQL> = {
  unread: () => sql`${threads.unreadCount} > 0`,
  read: () => sql`${threads.unreadCount} = 0`,
  unanswered: () => sql`${threads.isAwaitingAnswer}`,
  answered: () =>
    sql`(not ${threads.isAwaitingAnswer} and (select true from ${messages} where ${messages.threadId} = ${threads.id} and ${messages.direction} = 'in' and not ${messages.isAutomatic} limit 1))`,
  done: () => isNotNull(threads.archivedAt),
  open: () => isNull(threads.archivedAt),
  important: () => sql`${threads.isImportant}`,
  unassigned: () => isNull(threads.assigneeId),
  assigned: () => isNotNull(threads.assigneeId),
  mine: ({ memberId }) => eq(threads.assigneeId, memberId),
  scheduled: () => isNotNull(threads.nextReplyAt),
  failed: () => sql`${threads.troubleCount} > 0`,
  draft: ({ memberId }) =>
    sql`${threads.id} = any(array(select ${drafts.threadId} from ${drafts} where ${drafts.authorId} = ${memberId}))`,
  positive: (actor) => isFelt(actor, "positive"),
  negative: (actor) => isFelt(actor, "negative"),
  bulk: () => sql`${threads.kind} = 'bulk'`,
};

/** How a thread has turned out, by the sentiment of its category. Without one it is no, not unknown, so that it can be negated. */
const isFelt = ({ workspaceId }: Context["actor"], sentiment: Sentiment): SQL =>
  sql`(${threads.categoryId} is not null and ${threads.categoryId} = any(array(select ${categories.id} from ${categories} where ${categories.workspaceId} = ${workspaceId} and ${categories.sentiment} = ${sentiment})))`;

const COLUMNS = {
  mailbox: threads.mailboxId,
  campaign: threads.campaignId,
  category: threads.categoryId,
  assignee: threads.assigneeId,
};

/** One id is written as such, so that the plan can use that id's own index. */
const isAmong = (column: (typeof COLUMNS)[NamedField], ids: string[]): SQL =>
  ids.length === 0 ? sql`false` : ids.length === 1 ? eq(column, ids[0]!) : inArray(column, ids);

async function idsNamed(ctx: Context, field: NamedField, value: string): Promise<string[]> {
  return (await NAMED[field](ctx, value)).map(({ id }) => id);
}

const NAMED: Record<NamedField, (ctx: Context, value: string) => Promise<{ id: string }[]>> = {
  mailbox: ({ actor, db }, value) =>
    db
      .select({ id: mailboxes.id })
      .from(mailboxes)
      .where(and(eq(mailboxes.workspaceId, actor.workspaceId), holds(mailboxes.address, value))),
  campaign: ({ actor, db }, value) =>
    db
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.workspaceId, actor.workspaceId),
          sql`(${holds(campaigns.name, value)} or ${campaigns.number}::text = ${value})`,
        ),
      ),
  category: ({ actor, db }, value) =>
    db
      .select({ id: categories.id })
      .from(categories)
      .where(and(eq(categories.workspaceId, actor.workspaceId), holds(categories.name, value))),
  assignee: ({ actor, db }, value) =>
    db
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          eq(members.workspaceId, actor.workspaceId),
          roleMay(actor.role, "thread.filterByPerson") ? undefined : eq(members.id, actor.memberId),
          value.toLowerCase() === "me" ? eq(members.id, actor.memberId) : holds(members.name, value),
        ),
      ),
};

/** Whether a name holds what was typed, whatever the case. */
const holds = (column: unknown, value: string): SQL => sql`position(lower(${value}) in lower(${column}::text)) > 0`;
