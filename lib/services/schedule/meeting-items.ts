import { and, asc, eq, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import { mailboxes, messages, threads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { type Invitation, type InvitationView, standingOf } from "@/lib/domain/invitation";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { meetingTimes, type MeetingTime } from "@/lib/domain/meeting-times";
import { occurrencesOf } from "@/lib/mail/mime/occurrences";
import type { Context } from "@/lib/services/context";
import { type FoundItem, PLAIN, type SpanFilter } from "./found-item";

/** Nobody invites further ahead to what takes place once. */
const LONGEST_AHEAD_MS = 400 * 86_400_000;

type Row = { id: string; threadId: number; invitation: Invitation | null; own: string };

/** Meetings of a span as their invitations stand now: neither called off nor moved by a later one, nor declined by us. */
export async function meetingsOfSpan(
  { actor, db }: Context,
  { from, to, days, mailboxId, memberId }: SpanFilter,
): Promise<FoundItem[]> {
  // What takes whole days begins at midnight UTC of its date, which may lie a while beside the span.
  const first = min(from.toISOString(), `${days.first}T00:00:00.000Z`);
  const end = max(to.toISOString(), `${days.last}T00:00:00.001Z`);
  const start = sql`(${messages.invitation} ->> 'start') collate "C"`;
  const isInvited = and(
    eq(messages.workspaceId, actor.workspaceId),
    isOfSeenThread(actor, messages.threadId),
    isNotNull(messages.invitation),
    or(gte(messages.sentAt, new Date(from.getTime() - LONGEST_AHEAD_MS)), comesAgain),
  );
  const inSpan = db
    .select({ id: messages.threadId })
    .from(messages)
    .where(and(isInvited, sql`${start} < ${end}`, sql`(${start} >= ${first} or ${comesAgain})`));
  const rows = await db
    .select({ id: messages.id, threadId: messages.threadId, invitation: messages.invitation, own: mailboxes.address })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .where(
      and(
        inArray(messages.threadId, inSpan),
        isNotNull(messages.invitation),
        mailboxId ? eq(threads.mailboxId, mailboxId) : undefined,
        memberId ? eq(threads.assigneeId, memberId) : undefined,
      ),
    )
    .orderBy(asc(messages.threadId), asc(messages.sentAt), asc(messages.id));
  const isIn = ({ at, isAllDay }: FoundItem) =>
    isAllDay
      ? at.slice(0, 10) >= days.first && at.slice(0, 10) <= days.last
      : at >= from.toISOString() && at < to.toISOString();
  return standing(rows, { from: new Date(first), to: new Date(end) }).filter(isIn);
}

/** When one of a series takes place is told by its rule alone, whenever it was told. */
const comesAgain = sql`((${messages.invitation} ->> 'repeats') is not null or ${messages.invitation} ? 'series')`;

const min = (a: string, b: string): string => (a < b ? a : b);
const max = (a: string, b: string): string => (a < b ? b : a);

const standing = (rows: Row[], span: { from: Date; to: Date }): FoundItem[] =>
  [...Map.groupBy(rows, ({ threadId }) => threadId).values()].flatMap((ofThread) =>
    ofThread.flatMap((row, index) => {
      if (!row.invitation) return [];
      const later = ofThread.slice(index + 1).flatMap(({ invitation }) => invitation ?? []);
      const view = standingOf(row.invitation, later);
      const takesPlace = OFFERS.has(view.method) && !view.isCancelled && !view.isChanged && !isDeclined(view, row.own);
      if (!takesPlace) return [];
      return meetingTimes(row.invitation, later, row.own).flatMap((time) => meetings(row, time, span));
    }),
  );

const OFFERS: ReadonlySet<Invitation["method"]> = new Set(["request", "publish"]);

const isDeclined = ({ attendees }: InvitationView, own: string): boolean =>
  attendees.some(({ address, answer }) => answer === "declined" && addressKey(address) === addressKey(own));

/** Each time that it takes place in the span; of a series each has a name of its own. */
const meetings = ({ id, threadId }: Row, time: MeetingTime, span: { from: Date; to: Date }): FoundItem[] =>
  occurrencesOf(time, span).map(({ start, end }) => ({
    ...PLAIN,
    id: time.repeats === null && time.of === null ? id : `${id}-${start.toISOString()}`,
    threadId,
    kind: "meeting",
    at: start.toISOString(),
    end: end?.toISOString() ?? null,
    isAllDay: time.isAllDay,
    words: time.title,
  }));
