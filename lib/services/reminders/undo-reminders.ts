import { and, eq, gt, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, threadReminders } from "@/lib/db/schema";
import type { UndoOutcome } from "@/lib/domain/triage";
import { notifyChange } from "@/lib/realtime/notify";
import { type Actor, type Context, may } from "../context";
import { recordEach } from "../record-each";
import { holdThreads } from "../threads/triage-values";
import { hasNoOther } from "./has-no-other";
import type { UndoRemindersInput } from "./schemas";

type Item = UndoRemindersInput["items"][number];

/**
 * Takes back what the actor has just snoozed, wanted to be reminded of, or taken back: what stood before stands again. A thread that
 * came back meanwhile stays as it is, so that no answer is hidden again.
 * @returns an outcome for each; what was left was changed by mail or by its time (`by` null)
 */
export async function undoReminders({ actor, db }: Context, { kind, items }: UndoRemindersInput): Promise<UndoOutcome> {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const ids = items.map(({ threadId }) => threadId);
    const held = new Set((await holdThreads(tx, actor, ids)).map(({ id }) => id));
    const restored: number[] = [];
    for (const item of items)
      if (held.has(item.threadId) && (await undoOne(tx, actor, item))) restored.push(item.threadId);
    await recordEach(
      tx,
      actor,
      "reminder.undone",
      restored.map((threadId) => ({ threadId, data: { kind } })),
    );
    if (restored.length > 0)
      await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: restored });
    const left = ids.filter((threadId) => !restored.includes(threadId));
    return {
      restored,
      left: left.map((threadId) => ({
        threadId,
        reason: held.has(threadId) ? ("changed_since" as const) : ("not_found" as const),
        by: null,
      })),
    };
  });
}

async function undoOne(tx: Database, actor: Actor, { threadId, before, after }: Item): Promise<boolean> {
  const isOwn = and(eq(threadReminders.threadId, threadId), eq(threadReminders.memberId, actor.memberId))!;
  if (after === null) return before !== null && reopen(tx, isOwn, before);
  const [gone] = await tx
    .delete(threadReminders)
    .where(and(isOwn, eq(threadReminders.id, after), isNull(threadReminders.firedAt), isNull(threadReminders.closedAt)))
    .returning({ createdAt: threadReminders.createdAt });
  if (!gone) return false;
  // All that made room for it, what had come up as well.
  await tx
    .update(threadReminders)
    .set({ closedAt: null, closedReason: null })
    .where(
      and(
        isOwn,
        eq(threadReminders.closedReason, "replaced"),
        eq(threadReminders.closedAt, gone.createdAt),
        hasNoOther(tx),
      ),
    );
  return true;
}

/** One that was taken back stands again, unless they have written since or another one has taken its place. */
async function reopen(tx: Database, isOwn: SQL, id: string): Promise<boolean> {
  const arrival = tx
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadReminders.threadId),
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        gt(messages.firstSeenAt, threadReminders.closedAt),
      ),
    );
  const back = await tx
    .update(threadReminders)
    .set({ closedAt: null, closedReason: null })
    .where(
      and(
        isOwn,
        eq(threadReminders.id, id),
        eq(threadReminders.closedReason, "dismissed"),
        notExists(arrival),
        hasNoOther(tx),
      ),
    )
    .returning({ id: threadReminders.id });
  return back.length > 0;
}
