import { and, inArray } from "drizzle-orm";
import { threadReminders } from "@/lib/db/schema";
import type { ReminderOutcome } from "@/lib/domain/reminder";
import { notifyChange } from "@/lib/realtime/notify";
import { type Context, may } from "../context";
import { recordEach } from "../record-each";
import { holdThreads } from "../threads/triage-values";
import { isOwnOpen } from "./is-own-reminder";
import type { CancelRemindersInput } from "./schemas";

/** The actor wants threads back in their lists now, or no reminder of them any more. */
export async function cancelReminders(
  { actor, db, now }: Context,
  { kind, ...input }: CancelRemindersInput,
): Promise<ReminderOutcome> {
  may(actor, "thread.triage");
  const threadIds = [...new Set(input.threadIds)];
  return db.transaction(async (tx) => {
    const held = (await holdThreads(tx, actor, threadIds)).map(({ id }) => id);
    const closed =
      held.length === 0
        ? []
        : await tx
            .update(threadReminders)
            .set({ closedAt: now(), closedReason: "dismissed" })
            .where(and(inArray(threadReminders.threadId, held), isOwnOpen(actor.memberId, kind)))
            .returning({ id: threadReminders.id, threadId: threadReminders.threadId });
    const before = new Map(closed.map(({ id, threadId }) => [threadId, id]));
    const changed = [...before].map(([threadId, id]) => ({ threadId, before: id, after: null }));
    await recordEach(
      tx,
      actor,
      EVENTS[kind],
      closed.map(({ id, threadId }) => ({ threadId, subjectId: id })),
    );
    const ids = changed.map(({ threadId }) => threadId);
    if (ids.length > 0) await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: ids });
    const left = threadIds.filter((threadId) => !ids.includes(threadId));
    const unchanged = left.map((threadId) => ({
      threadId,
      reason: held.includes(threadId) ? ("already" as const) : ("not_found" as const),
    }));
    return { kind, changed, unchanged };
  });
}

const EVENTS = { snooze: "thread.unsnoozed", reminder: "reminder.cancelled" } as const;
