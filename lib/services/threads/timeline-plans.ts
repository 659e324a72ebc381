import { and, desc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, replies, threadReminders } from "@/lib/db/schema";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";

/** Replies that are still to leave, or did not, each at its time. What a person took back is no fact any more, and what was sent is a message. */
export async function planEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const { status, reason } = replies;
  const rows = await db
    .select({
      id: replies.id,
      at: replies.dueAt,
      status,
      reason,
      condition: replies.scheduleCondition,
      step: replies.chainStep,
      steps: stepsOf,
      by: { id: members.id, name: members.name },
    })
    .from(replies)
    .leftJoin(members, eq(members.id, replies.authorId))
    .where(
      and(
        eq(replies.threadId, threadId),
        or(
          inArray(status, [...AHEAD, "failed", "unknown"]),
          and(eq(status, "cancelled"), notInArray(reason, ["by_person", "reopened", "undone"]), isNotBehind),
        ),
      ),
    )
    .orderBy(desc(replies.dueAt))
    .limit(most);
  return rows.map(({ id, at, by, ...row }) => ({
    id,
    at: at.toISOString(),
    by,
    ...(row.step === null ? {} : { chain: { step: row.step, steps: row.steps } }),
    ...(row.status === "failed" || row.status === "unknown" || row.status === "cancelled"
      ? { kind: "unsent", state: row.status, reason: row.reason }
      : { kind: "planned", onlyIfNoReply: row.condition === "if_no_reply" }),
  }));
}

const stepsOf =
  sql<number>`(select count(*) from ${replies} as steps where steps.chain_id = ${replies.chainId})`.mapWith(Number);

/** What stopped one step has stopped all behind it: that is told once. */
const isNotBehind = sql`not exists (
  select 1 from ${replies} as before
  where before.chain_id = ${replies.chainId} and before.chain_step < ${replies.chainStep}
    and before.status = 'cancelled' and before.reason = ${replies.reason}
)`;

const AHEAD = ["awaiting_approval", "scheduled", "queued", "sending", "handed_over"] as const;

/** Snoozes and reminders that are ahead, at their time (without one, when they were asked for), and those that came up. */
export async function reminderEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({ reminder: threadReminders, by: { id: members.id, name: members.name } })
    .from(threadReminders)
    .leftJoin(members, eq(members.id, threadReminders.memberId))
    .where(
      and(
        eq(threadReminders.threadId, threadId),
        or(isNull(threadReminders.closedAt), eq(threadReminders.closedReason, "dismissed")),
      ),
    )
    .orderBy(desc(threadReminders.remindAt))
    .limit(most);
  return rows.map(({ reminder, by }) => ({
    id: reminder.id,
    at: (reminder.firedAt ?? reminder.remindAt ?? reminder.createdAt).toISOString(),
    kind: reminder.kind,
    condition: reminder.condition,
    hasEnd: reminder.remindAt !== null,
    by,
    note: reminder.note,
  }));
}
