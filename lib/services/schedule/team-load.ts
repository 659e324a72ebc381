import { and, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { categories, leads, replies, threads } from "@/lib/db/schema";
import type { LoadOfDay, TeamLoad, WaitingThreads } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { inScope, threadsOf } from "@/lib/services/access/threads-of";
import { absencesOfDays } from "@/lib/services/absences/absences-of-days";
import { may, type Context } from "@/lib/services/context";
import { capacityOf } from "./capacity";
import type { SpanFilter } from "./found-item";
import { mailboxLanes, peopleLanes } from "./lanes";
import { meetingsOfSpan } from "./meeting-items";
import { readerSpan } from "./reader-span";
import { AHEAD, needsSomebody, shownAt } from "./reply-times";
import type { TeamLoadInput } from "./schemas";
import { tasksOfSpan } from "./task-items";
import { isUnplanned } from "./unplanned-threads";
import { briefsOf } from "./with-threads";

/** Whose a thread is that nobody looks after. */
const NOBODY = "nobody";
/** More than a team does in a month. */
const MOST_TASKS = 10_000;

/**
 * What lies before each of the team in a span, and what waits: who looks after a thread has what is planned in it, else who wrote it.
 * Days and hours are those of the reader's own clock.
 * @throws AppError `forbidden` for who leads no team
 */
export async function teamLoad(ctx: Context, input: TeamLoadInput): Promise<TeamLoad> {
  may(ctx.actor, "schedule.team");
  const span = await readerSpan(ctx, input);
  const { zone } = span;
  const planned = await plannedReplies(ctx, span);
  const meetings = await meetingsOfPeople(ctx, span, zone);
  const due = await dueTasks(ctx, span);
  const held = await heldReplies(ctx);
  const waiting = await waitingThreads(ctx);
  const people = await peopleLanes(ctx);
  const absent = await absencesOfDays(ctx.db, ctx.actor.workspaceId, span.days);
  const daysOf = (id: string) =>
    daysOfPerson(
      planned.filter(({ personId }) => personId === id),
      { meetings, tasks: due, personId: id },
      zone,
    );
  return {
    zone,
    people: people.map((person) => ({
      person,
      days: daysOf(person.id),
      held: held.get(person.id) ?? 0,
      absences: absent.get(person.id) ?? [],
      ...waiting(person.id),
    })),
    nobodys: waiting(NOBODY),
    capacity: await capacityOf(ctx, await mailboxLanes(ctx), span),
  };
}

type Planned = { personId: string; at: Date; leaving: number; held: number };
/** A meeting or a task of somebody. */
type OnDay = { personId: string; date: string };

const responsible = sql<string>`coalesce(${threads.assigneeId}, ${replies.authorId})`;

/** By the quarter of an hour, since no zone's hour begins within one. */
function plannedReplies({ actor, db, now }: Context, { from, to }: SpanFilter): Promise<Planned[]> {
  const quarter = sql<Date>`date_bin('15 minutes', ${shownAt}, 'epoch'::timestamptz)`.mapWith(replies.dueAt);
  return db
    .select({
      personId: responsible,
      at: quarter,
      leaving: sql<number>`(count(*) filter (where ${inArray(replies.status, [...AHEAD])}))::int`,
      held: sql<number>`(count(*) filter (where ${needsSomebody(now())}))::int`,
    })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        inScope(actor),
        inArray(replies.status, [...AHEAD, "failed", "unknown"]),
        lt(replies.dueAt, to),
        gte(shownAt, from),
        lt(shownAt, to),
      ),
    )
    .groupBy(responsible, quarter);
}

async function meetingsOfPeople(ctx: Context, span: SpanFilter, zone: string): Promise<OnDay[]> {
  const found = await meetingsOfSpan(ctx, span);
  const briefs = await briefsOf(ctx.db, [...new Set(found.map(({ threadId }) => threadId))]);
  return found.flatMap(({ threadId, at, isAllDay }) => {
    const personId = briefs.get(threadId)?.assignee?.id;
    const date = isAllDay ? at.slice(0, 10) : wallTimeOf(new Date(at), zone).date;
    return personId ? [{ personId, date }] : [];
  });
}

async function dueTasks(ctx: Context, span: SpanFilter): Promise<OnDay[]> {
  const found = await tasksOfSpan(ctx, span, MOST_TASKS);
  return found.flatMap(({ person, at }) => (person ? [{ personId: person.id, date: at.slice(0, 10) }] : []));
}

/** How many replies need a person, whenever they were due. */
async function heldReplies({ actor, db, now }: Context): Promise<Map<string, number>> {
  const rows = await db
    .select({ personId: responsible, count: sql<number>`count(*)::int` })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .where(and(eq(replies.workspaceId, actor.workspaceId), inScope(actor), needsSomebody(now())))
    .groupBy(responsible);
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}

/** Who waits for whom: by who looks after the threads. */
async function waitingThreads({ actor, db }: Context): Promise<(personId: string) => WaitingThreads> {
  const personId = sql<string>`coalesce(${threads.assigneeId}::text, ${NOBODY})`;
  const grouped = sql`1`;
  const unplanned = await db
    .select({
      personId,
      count: sql<number>`count(*)::int`,
      since: sql<Date>`min(${threads.lastMessageAt})`.mapWith(threads.lastMessageAt),
    })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(isUnplanned(db, actor))
    .groupBy(grouped);
  const waiting = await db
    .select({ personId, count: sql<number>`count(*)::int` })
    .from(threads)
    .where(
      and(threadsOf(actor), eq(threads.isAwaitingAnswer, true), isNull(threads.archivedAt), eq(threads.kind, "lead")),
    )
    .groupBy(grouped);
  return (id) => {
    const silent = unplanned.find((row) => row.personId === id);
    return {
      waiting: waiting.find((row) => row.personId === id)?.count ?? 0,
      unplanned: silent?.count ?? 0,
      silentSince: silent?.since.toISOString() ?? null,
    };
  };
}

function daysOfPerson(
  planned: Planned[],
  { meetings, tasks: due, personId }: { meetings: OnDay[]; tasks: OnDay[]; personId: string },
  zone: string,
): LoadOfDay[] {
  const days = new Map<string, LoadOfDay & { byHour: Map<number, number> }>();
  const dayOf = (date: string) => {
    const day = days.get(date) ?? { date, leaving: 0, hours: [], held: 0, meetings: 0, tasks: 0, byHour: new Map() };
    days.set(date, day);
    return day;
  };
  for (const { at, leaving, held } of planned) {
    const { date, time } = wallTimeOf(at, zone);
    const day = dayOf(date);
    const hour = Number(time.slice(0, 2));
    day.leaving += leaving;
    day.held += held;
    if (leaving > 0) day.byHour.set(hour, (day.byHour.get(hour) ?? 0) + leaving);
  }
  const isTheirs = (each: OnDay) => each.personId === personId;
  for (const { date } of meetings.filter(isTheirs)) dayOf(date).meetings += 1;
  for (const { date } of due.filter(isTheirs)) dayOf(date).tasks += 1;
  return [...days.values()]
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ byHour, ...day }) => ({
      ...day,
      hours: [...byHour].toSorted(([a], [b]) => a - b).map(([hour, count]) => ({ hour, count })),
    }));
}
