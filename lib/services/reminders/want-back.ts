import { and, eq, gte, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { messages, threadReminders, threads } from "@/lib/db/schema";
import { parseInstant } from "@/lib/domain/instant";
import type { ReminderCondition, ReminderKind, ReminderOutcome } from "@/lib/domain/reminder";
import type { MessageCounts } from "@/lib/domain/triage";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { type Context, may } from "../context";
import { recordEach } from "../record-each";
import { answeredAmong } from "../threads/answered-among";
import { holdThreads } from "../threads/triage-values";
import { closeAnsweredReminders } from "./close-answered-reminders";
import { isOwnOrUp } from "./is-own-reminder";

type Wanted = {
  threadIds: number[];
  until: string | null;
  condition: ReminderCondition;
  note: string;
  messageCounts?: MessageCounts | undefined;
};

/**
 * Wants threads back for the actor alone, in place of what they wanted of that kind before and of what has come up: one open snooze
 * and one open reminder a thread and member. Where they have written what the actor does not know of (`messageCounts`), nothing is
 * hidden, and nothing waits for that answer.
 * @throws AppError `invalid` for a time that is over
 */
export async function wantBack(
  { actor, db, now }: Context,
  kind: ReminderKind,
  { until, condition, note, messageCounts, ...input }: Wanted,
): Promise<ReminderOutcome> {
  may(actor, "thread.triage");
  const { workspaceId, memberId } = actor;
  const at = now();
  const remindAt = until === null ? null : timeAhead(until, at);
  const threadIds = [...new Set(input.threadIds)];
  return db.transaction(async (tx) => {
    const found = await holdThreads(tx, actor, threadIds);
    const isPastAnswers = kind === "reminder" && condition === "always";
    const answered = isPastAnswers ? new Set<number>() : await answeredAmong(tx, found, messageCounts);
    const held = found.flatMap(({ id }) => (answered.has(id) ? [] : [id]));
    const unchanged = threadIds
      .filter((id) => !held.includes(id))
      .map((threadId) => ({
        threadId,
        reason: answered.has(threadId) ? ("answered" as const) : ("not_found" as const),
      }));
    if (held.length === 0) return { kind, changed: [], unchanged };
    const former = await tx
      .update(threadReminders)
      .set({ closedAt: at, closedReason: "replaced" })
      .where(and(inArray(threadReminders.threadId, held), isOwnOrUp(memberId, kind)))
      .returning();
    const made = await tx
      .insert(threadReminders)
      .values(
        held.map((threadId) => ({ workspaceId, threadId, memberId, kind, condition, remindAt, note, createdAt: at })),
      )
      .returning({ id: threadReminders.id, threadId: threadReminders.threadId });
    if (remindAt) await enqueueAll(tx, made, remindAt);
    // What was stored while this waited for the threads was not seen by whoever asked.
    for (const { id, leadId } of await answeredSince(tx, held, at))
      await closeAnsweredReminders(tx, { threadId: id, leadId, at });
    await recordEach(
      tx,
      actor,
      EVENTS[kind],
      made.map(({ id, threadId }) => ({ threadId, subjectId: id, data: { until, condition } })),
    );
    await notifyChange(tx, { workspaceId, kind: "threads", threadIds: held });
    const beforeOf = (threadId: number) =>
      former.find((each) => each.threadId === threadId && each.kind === kind)?.id ?? null;
    return {
      kind,
      changed: made.map(({ id, threadId }) => ({ threadId, before: beforeOf(threadId), after: id })),
      unchanged,
    };
  });
}

const answeredSince = (tx: Database, threadIds: number[], at: Date) =>
  tx
    .selectDistinct({ id: threads.id, leadId: threads.leadId })
    .from(threads)
    .innerJoin(messages, eq(messages.threadId, threads.id))
    .where(
      and(
        inArray(threads.id, threadIds),
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        gte(messages.firstSeenAt, at),
      ),
    );

const EVENTS = { snooze: "thread.snoozed", reminder: "reminder.set" } as const;

function timeAhead(until: string, at: Date): Date {
  const instant = parseInstant(until);
  if (typeof instant === "string") throw new AppError("invalid", { fields: [{ path: "until", reason: instant }] });
  if (instant <= at) throw new AppError("invalid", { fields: [{ path: "until", reason: "in_the_past" }] });
  return instant;
}

async function enqueueAll(tx: Database, made: { id: string }[], after: Date): Promise<void> {
  for (const { id } of made) await enqueue(tx, JOBS.fireReminder, { reminderId: id }, { after });
}
