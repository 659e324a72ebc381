import { eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { campaigns, drafts, members, threadReminders, threads } from "@/lib/db/schema";
import { asksForBulk } from "@/lib/domain/asks-for-bulk";
import { type ListView, NONE, WITHOUT_SNOOZED } from "@/lib/domain/list-view";
import type { ReminderKind } from "@/lib/domain/reminder";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import type { ThreadFiltersInput } from "./schemas";

type Asked = z.output<typeof ThreadFiltersInput>;

/** The conditions on thread rows that a list stands for, without search and place. All begin at the actor's workspace. */
export function conditionsOf({ actor }: Pick<Context, "actor">, asked: Asked): SQL[] {
  const conditions = [threadsOf(actor)];
  conditions.push(...(asked.q ? searchedIn(asked.view, asked.q, actor) : VIEWS[asked.view](actor)));
  if (WITHOUT_SNOOZED.includes(asked.view) && !asked.q) conditions.push(isNotSnoozed(actor));
  if (asked.mailboxId) conditions.push(eq(threads.mailboxId, asked.mailboxId));
  if (asked.categoryId) conditions.push(isOrNone(threads.categoryId, asked.categoryId));
  if (asked.assigneeId) conditions.push(isOrNone(threads.assigneeId, asked.assigneeId));
  if (asked.campaign)
    // A scalar subquery, so that the plan can use the campaign's own index.
    conditions.push(
      sql`${threads.campaignId} = (select ${campaigns.id} from ${campaigns} where ${campaigns.workspaceId} = ${actor.workspaceId} and ${campaigns.number} = ${asked.campaign})`,
    );
  if (asked.from) conditions.push(sql`${threads.lastMessageAt} >= ${startOfDay(actor, asked.from, 0)}`);
  if (asked.to) conditions.push(sql`${threads.lastMessageAt} < ${startOfDay(actor, asked.to, 1)}`);
  return conditions;
}

/** A search from the inbox looks everywhere; there and among all threads it finds what was put aside where it asks for that. */
function searchedIn(view: ListView, q: string, actor: Context["actor"]): SQL[] {
  if (view === "inbox" && asksForBulk(q)) return [];
  if (view === "all" && asksForBulk(q)) return [sql`${threads.kind} in ('lead', 'bulk')`];
  return view === "inbox" ? [isNoBulk()] : VIEWS[view](actor);
}

/** What each view shows. The literals repeat the predicates of the partial indexes, which a parameter would not match. */
const VIEWS: Record<ListView, (actor: Context["actor"]) => SQL[]> = {
  inbox: () => [sql`${threads.isAwaitingAnswer}`, isNull(threads.archivedAt), isLead()],
  unread: () => [sql`${threads.unreadCount} > 0`, isNull(threads.archivedAt), isLead()],
  mine: ({ memberId }) => [eq(threads.assigneeId, memberId), isNull(threads.archivedAt), isLead()],
  unassigned: () => [
    isNull(threads.assigneeId),
    sql`${threads.isAwaitingAnswer}`,
    isNull(threads.archivedAt),
    isLead(),
  ],
  important: () => [sql`${threads.isImportant}`, isNull(threads.archivedAt), isNoBulk()],
  snoozed: (actor) => [sql`${threads.id} in ${ownThreads(actor, "snooze")}`],
  reminders: (actor) => [sql`${threads.id} in ${ownThreads(actor, "reminder")}`],
  drafts: ({ memberId }) => [
    sql`${threads.id} in (select ${drafts.threadId} from ${drafts} where ${drafts.authorId} = ${memberId})`,
  ],
  outbox: () => [isNotNull(threads.outboxAt)],
  sent: () => [isNotNull(threads.lastSentAt), isNoBulk()],
  done: () => [isNotNull(threads.archivedAt), isNoBulk()],
  untracked: () => [sql`${threads.kind} = 'untracked'`, isNull(threads.archivedAt)],
  all: () => [isLead()],
  open: () => [isNull(threads.archivedAt), isLead()],
};

/** A hashed subplan: the few threads are read once, and the rows still come from their index in order. */
const isNotSnoozed = (actor: Context["actor"]): SQL => sql`${threads.id} not in ${ownThreads(actor, "snooze")}`;

/** What the actor has snoozed and is not back yet; or wants to be reminded of, what has come up as well. */
const ownThreads = ({ memberId }: Context["actor"], kind: ReminderKind): SQL =>
  sql`(select ${threadReminders.threadId} from ${threadReminders} where ${threadReminders.memberId} = ${memberId} and ${threadReminders.kind} = ${kind} and ${threadReminders.closedAt} is null${kind === "snooze" ? sql` and ${threadReminders.firedAt} is null` : sql``})`;

const isLead = (): SQL => sql`${threads.kind} = 'lead'`;
const isNoBulk = (): SQL => sql`${threads.kind} <> 'bulk'`;

const isOrNone = (column: typeof threads.categoryId | typeof threads.assigneeId, id: string): SQL =>
  id === NONE ? isNull(column) : eq(column, id);

/** The first instant of a day (and `later` days on) by the actor's own clock. */
export const startOfDay = (actor: Context["actor"], day: string, later: number): SQL =>
  sql`((${day}::date + ${later}::int)::timestamp at time zone ${zoneOf(actor)})`;

/** The same of the day that was so long (`isAge`) before today. */
export const startOfDayAgo = (actor: Context["actor"], now: Date, age: string): SQL =>
  sql`(((${now.toISOString()}::timestamptz at time zone ${zoneOf(actor)})::date - ${intervalOf(age)}::interval)::date::timestamp at time zone ${zoneOf(actor)})`;

const zoneOf = ({ memberId }: Context["actor"]): SQL =>
  sql`(select ${members.timeZone} from ${members} where ${members.id} = ${memberId})`;

const UNITS: Record<string, string> = { d: "days", m: "months", y: "years" };
const intervalOf = (age: string): string => `${age.slice(0, -1)} ${UNITS[age.slice(-1)]}`;
