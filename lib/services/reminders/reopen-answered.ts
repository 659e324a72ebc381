import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { hasNoOther } from "./has-no-other";

type Answered = { workspaceId: string; leadId: string; answeredAt: Date };

/**
 * What counted as the lead's answer at `answeredAt` is none: what `closeAnsweredReminders` had settled by it, in whatever thread of the
 * lead, waits again. Whoever calls it asks anew whether something else has answered.
 */
export async function reopenAnswered(tx: Database, { workspaceId, leadId, answeredAt }: Answered): Promise<void> {
  const ofLead = tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const isOfLead = and(eq(threadReminders.workspaceId, workspaceId), inArray(threadReminders.threadId, ofLead));
  const isSettled = and(eq(threadReminders.closedReason, "answered"), eq(threadReminders.closedAt, answeredAt));
  const isUp = and(
    eq(threadReminders.firedBecause, "answer"),
    eq(threadReminders.firedAt, answeredAt),
    isNull(threadReminders.closedAt),
  );
  const waiting = [
    ...(await tx
      .update(threadReminders)
      .set({ closedAt: null, closedReason: null })
      .where(and(isOfLead, isSettled, hasNoOther(tx)))
      .returning({ threadId: threadReminders.threadId })),
    ...(await tx
      .update(threadReminders)
      .set({ firedAt: null, firedBecause: null })
      .where(and(isOfLead, isUp))
      .returning({ threadId: threadReminders.threadId })),
  ];
  const threadIds = [...new Set(waiting.map(({ threadId }) => threadId))];
  if (threadIds.length > 0) await notifyChange(tx, { workspaceId, kind: "threads", threadIds });
}
