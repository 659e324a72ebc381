import { and, asc, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import { mailboxes, messages, threads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { type Invitation, type InvitationView, standingOf } from "@/lib/domain/invitation";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { type FoundItem, PLAIN, type SpanFilter } from "./found-item";

/** Nobody invites further ahead. */
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
    gte(messages.sentAt, new Date(from.getTime() - LONGEST_AHEAD_MS)),
    isNotNull(messages.invitation),
  );
  const inSpan = db
    .select({ id: messages.threadId })
    .from(messages)
    .where(and(isInvited, sql`${start} >= ${first}`, sql`${start} < ${end}`));
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
  return standing(rows).filter(isIn);
}

const min = (a: string, b: string): string => (a < b ? a : b);
const max = (a: string, b: string): string => (a < b ? b : a);

const standing = (rows: Row[]): FoundItem[] =>
  [...Map.groupBy(rows, ({ threadId }) => threadId).values()].flatMap((ofThread) =>
    ofThread.flatMap((row, index) => {
      if (!row.invitation) return [];
      const later = ofThread.slice(index + 1).flatMap(({ invitation }) => invitation ?? []);
      const view = standingOf(row.invitation, later);
      const takesPlace = OFFERS.has(view.method) && !view.isCancelled && !view.isChanged && !isDeclined(view, row.own);
      return takesPlace && view.start ? [meeting(row, view, view.start)] : [];
    }),
  );

const OFFERS: ReadonlySet<Invitation["method"]> = new Set(["request", "publish"]);

const isDeclined = ({ attendees }: InvitationView, own: string): boolean =>
  attendees.some(({ address, answer }) => answer === "declined" && addressKey(address) === addressKey(own));

const meeting = ({ id, threadId }: Row, { title, end, isAllDay }: InvitationView, start: string): FoundItem => ({
  ...PLAIN,
  id,
  threadId,
  kind: "meeting",
  at: start,
  end,
  isAllDay,
  words: title,
});
