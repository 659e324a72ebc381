import { and, inArray, isNotNull, or, sql, type SQL } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";

/** What leaves at its time by itself; a reply that waits for approval waits for a reviewer, however late. */
const DUE = ["scheduled", "queued"] as const satisfies ReplyStatus[];
const WAITING = ["awaiting_approval", ...DUE] as const satisfies ReplyStatus[];
/** States in which a reply may still leave. */
export const AHEAD = [...WAITING, "sending", "handed_over"] as const satisfies ReplyStatus[];

/** What is due since so long should have left. Readings of the mailbox and pauses between two sends take a while. */
export const LATE_MS = 5 * 60_000;

/**
 * When what is ahead may leave: a window or a failed try may have put it off, and what Smartlead shall keep until its time is due here
 * before. As `isTooLate` has it.
 */
const leavesAt = sql`greatest(${replies.dueAt}, ${replies.scheduledAt}, ${replies.nextAttemptAt})`;

/**
 * When a reply stands on the calendar: when it left; when it may leave; what Smartlead keeps at the time that it keeps it to; all else
 * when it was due. Without parameters, so that it can be grouped by.
 */
export const shownAt: SQL<Date> = sql<Date>`case
  when ${replies.status} = 'sent' then coalesce(${replies.sentAt}, ${replies.dueAt})
  when ${replies.status} = 'handed_over' then greatest(${replies.dueAt}, ${replies.scheduledAt})
  when ${replies.status} in (${sql.raw(AHEAD.map((status) => `'${status}'`).join(", "))}) then ${leavesAt}
  else ${replies.dueAt} end`.mapWith(replies.dueAt);

/** Replies that need a person: refused, of unknown outcome, held, or late. As `troubleCount` of a thread, and what is late besides. */
export const needsSomebody = (now: Date): SQL | undefined =>
  or(
    inArray(replies.status, ["failed", "unknown"]),
    and(inArray(replies.status, [...WAITING]), isNotNull(replies.heldReason)),
    and(inArray(replies.status, [...DUE]), sql`${leavesAt} < ${new Date(now.getTime() - LATE_MS).toISOString()}`),
  );

/** Whether a reply that stands at an instant is late. */
export const isLate = ({ status, at }: { status: ReplyStatus; at: Date }, now: Date): boolean =>
  (DUE as readonly ReplyStatus[]).includes(status) && now.getTime() - at.getTime() > LATE_MS;
