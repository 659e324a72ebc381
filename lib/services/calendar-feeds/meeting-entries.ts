import { createHash } from "node:crypto";
import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, mailboxes, messages, replies, threads } from "@/lib/db/schema";
import { acceptedMeetings, type AcceptedMeeting } from "@/lib/domain/accepted-meetings";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { occurrencesOf } from "@/lib/mail/mime/occurrences";
import { threadsOf } from "@/lib/services/access/threads-of";
import { BRIEF, briefOf, type EntrySpan } from "./entry-brief";

/** Nobody invites further ahead to what takes place once. */
const LONGEST_AHEAD_MS = 400 * 86_400_000;

/** Accepted meetings that begin in a span, of threads that the member looks after, or that nobody does and in which the member has answered. */
export async function meetingEntries(db: Database, { member, from, to }: EntrySpan): Promise<FeedEntry[]> {
  const answered = db
    .select({ id: replies.threadId })
    .from(replies)
    .where(and(eq(replies.authorId, member.memberId), isNotNull(replies.calendarPart)));
  const isIts = and(
    threadsOf(member),
    or(eq(threads.assigneeId, member.memberId), and(isNull(threads.assigneeId), inArray(threads.id, answered))),
  );
  const isTold = and(
    isNotNull(messages.invitation),
    or(
      gte(messages.sentAt, new Date(from.getTime() - LONGEST_AHEAD_MS)),
      inArray(messages.threadId, withSeries(db, member.workspaceId)),
    ),
  );
  const rows = await db
    .select({ ...BRIEF, own: mailboxes.address, invitation: messages.invitation, seenAt: messages.firstSeenAt })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(isIts, isTold))
    .orderBy(asc(messages.threadId), asc(messages.sentAt), asc(messages.id));
  const byThread = new Map<number, typeof rows>();
  for (const row of rows) byThread.set(row.threadId, [...(byThread.get(row.threadId) ?? []), row]);
  return [...byThread.values()].flatMap((ofThread) => {
    const [first] = ofThread;
    const told = ofThread.flatMap(({ invitation }) => invitation ?? []);
    const changedAt = new Date(Math.max(...ofThread.map(({ seenAt }) => seenAt.getTime())));
    return acceptedMeetings(told, first!.own).flatMap((meeting) =>
      occurrencesOf(meeting, { from, to }).map(({ start, end }) => ({
        ...briefOf(first!),
        uid: uidOf(first!.threadId, meeting, start),
        kind: "meeting" as const,
        at: start,
        end,
        isAllDay: meeting.isAllDay,
        subject: meeting.title || first!.subject,
        changedAt,
      })),
    );
  });
}

/** A series goes on however long ago it was told, and so does what was said of it since. */
const withSeries = (db: Database, workspaceId: string) => {
  const comesAgain = sql`((${messages.invitation} ->> 'repeats') is not null or ${messages.invitation} ? 'series')`;
  const isTold = and(eq(messages.workspaceId, workspaceId), isNotNull(messages.invitation), comesAgain);
  return db.select({ id: messages.threadId }).from(messages).where(isTold);
};

/** Each of a series has a name of its own; a single one keeps its name when it moves. */
function uidOf(threadId: number, { key, repeats, of, zone, isAllDay }: AcceptedMeeting, start: Date): string {
  const name = createHash("sha256").update(key).digest("hex").slice(0, 24);
  const which = of ?? (repeats === null ? null : start.toISOString());
  // What is added to a rule may take place twice a day, or on a day of the rule's own.
  const isAdded = of !== null && of === start.toISOString();
  // By the series' own clock, on which no two of a daily one share a date when clocks change.
  const date = which && wallTimeOf(new Date(which), isAllDay || zone === null ? "UTC" : zone).date;
  const day = which === null ? "" : `-${isAdded ? which : date}`;
  return `meeting-${threadId}-${name}${day}@threadwell`;
}
