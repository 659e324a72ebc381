import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, messages, replies, threadReminders, threads } from "@/lib/db/schema";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import { inScope, threadsOf } from "@/lib/services/access/threads-of";
import { AHEAD, shownAt } from "@/lib/services/schedule/reply-times";
import { BRIEF, briefOf, type EntrySpan } from "./entry-brief";
import { meetingEntries } from "./meeting-entries";
import { newestChange } from "./newest-change";
import { taskEntries } from "./task-entries";

const DAY_MS = 86_400_000;
const DAYS_BACK = 7;
const DAYS_AHEAD = 90;
/** More than anybody reads; what is nearest stays. */
const MOST = 1_000;
/** Nobody announces a return further ahead. */
const LONGEST_AHEAD_MS = 400 * DAY_MS;

/**
 * What a member's calendar shows of the last 7 days and the next 90: planned replies and follow-ups of theirs, their reminders,
 * snoozes and tasks with a day, and of the threads that they look after the leads' returns and the accepted meetings. In order of time.
 */
export async function feedEntries(db: Database, member: EntrySpan["member"], at: Date): Promise<FeedEntry[]> {
  const span = {
    member,
    from: new Date(at.getTime() - DAYS_BACK * DAY_MS),
    to: new Date(at.getTime() + DAYS_AHEAD * DAY_MS),
  };
  const found = [
    ...(await plannedReplies(db, span)),
    ...(await ownReminders(db, span)),
    ...(await returnsOfLeads(db, span)),
    ...(await meetingEntries(db, span)),
    ...(await taskEntries(db, span)),
  ];
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** What leaves this much after its time is not looked for any more. */
const LONGEST_HOLD_MS = 31 * 86_400_000;
const PLAIN = { end: null, isAllDay: false } as const;

/** Replies that somebody gave a time, or that a chain did: still to leave, or gone. What has failed does not leave by itself. */
async function plannedReplies(db: Database, { member, from, to }: EntrySpan): Promise<FeedEntry[]> {
  const changed = newestChange(db, replies);
  const rows = await db
    .select({
      ...BRIEF,
      id: replies.id,
      at: shownAt,
      status: replies.status,
      origin: replies.origin,
      condition: replies.scheduleCondition,
      acceptedAt: replies.acceptedAt,
      changedAt: changed.at,
    })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoinLateral(changed, sql`true`)
    .where(
      and(
        eq(replies.workspaceId, member.workspaceId),
        inScope(member),
        eq(sql`coalesce(${threads.assigneeId}, ${replies.authorId})`, member.memberId),
        or(isNotNull(replies.scheduledAt), isNotNull(replies.chainId)),
        inArray(replies.status, [...AHEAD, "sent"]),
        lt(replies.dueAt, to),
        or(gte(replies.dueAt, new Date(from.getTime() - LONGEST_HOLD_MS)), inArray(replies.status, [...AHEAD])),
        gte(shownAt, from),
        lt(shownAt, to),
      ),
    )
    .orderBy(asc(shownAt), asc(replies.id))
    .limit(MOST);
  return rows.map((row) => ({
    ...briefOf(row),
    ...PLAIN,
    uid: `reply-${row.id}@threadwell`,
    kind: row.status === "sent" ? "sent" : isFollowUp(row) ? "follow_up" : "reply",
    at: row.at,
    changedAt: row.changedAt ?? row.acceptedAt,
  }));
}

const isFollowUp = ({ origin, condition }: { origin: string; condition: string }): boolean =>
  origin === "machine" || condition === "if_no_reply";

async function ownReminders(db: Database, { member, from, to }: EntrySpan): Promise<FeedEntry[]> {
  const { remindAt } = threadReminders;
  const changed = newestChange(db, threadReminders);
  const rows = await db
    .select({
      ...BRIEF,
      id: threadReminders.id,
      kind: threadReminders.kind,
      at: remindAt,
      made: threadReminders.createdAt,
      changedAt: changed.at,
    })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoinLateral(changed, sql`true`)
    .where(
      and(
        eq(threadReminders.memberId, member.memberId),
        inScope(member),
        isNull(threadReminders.closedAt),
        gte(remindAt, from),
        lt(remindAt, to),
      ),
    )
    .orderBy(asc(remindAt), asc(threadReminders.id))
    .limit(MOST);
  return rows.flatMap((row) =>
    row.at
      ? [
          {
            ...briefOf(row),
            ...PLAIN,
            uid: `reminder-${row.id}@threadwell`,
            kind: row.kind,
            at: row.at,
            changedAt: row.changedAt ?? row.made,
          },
        ]
      : [],
  );
}

/** A day of the lead's own calendar, by what their newest automatic answer with a day says. */
async function returnsOfLeads(db: Database, { member, from, to }: EntrySpan): Promise<FeedEntry[]> {
  const said = db
    .selectDistinctOn([messages.threadId], { ...BRIEF, day: messages.returnDate, seenAt: messages.firstSeenAt })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(
      and(
        threadsOf(member),
        eq(threads.assigneeId, member.memberId),
        ne(threads.kind, "bulk"),
        isNotNull(messages.returnDate),
        gte(messages.sentAt, new Date(from.getTime() - LONGEST_AHEAD_MS)),
      ),
    )
    .orderBy(messages.threadId, desc(messages.sentAt), desc(messages.id))
    .as("said");
  const rows = await db
    .select()
    .from(said)
    .where(and(gte(said.day, dateOf(from)), lt(said.day, dateOf(to))))
    .orderBy(asc(said.day), asc(said.threadId))
    .limit(MOST);
  return rows.map((row) => ({
    ...briefOf(row),
    ...PLAIN,
    uid: `return-${row.threadId}@threadwell`,
    kind: "return",
    at: new Date(`${row.day}T00:00:00Z`),
    isAllDay: true,
    changedAt: row.seenAt,
  }));
}

const dateOf = (instant: Date): string => instant.toISOString().slice(0, 10);
