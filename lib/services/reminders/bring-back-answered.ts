import { and, eq, exists, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, threadReminders, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { answersNoForward } from "@/lib/services/messages/answers-no-forward";

/**
 * Somebody of the other side has written: a thread that was snoozed is before its members again, whatever they wanted, since no
 * answer may be hidden; and so is what was put off until the lead answers, in whatever thread of theirs.
 */
export async function bringBackAnswered(
  tx: Database,
  { threadId, leadId, at }: { threadId: number; leadId: string | null; at: Date },
): Promise<void> {
  const ofLead = leadId && tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const theirs = (isIt: ReturnType<typeof and>) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(messages)
        .where(
          and(
            isIt,
            eq(messages.direction, "in"),
            eq(messages.isAutomatic, false),
            gte(messages.firstSeenAt, threadReminders.createdAt),
          ),
        ),
    );
  const isHere = eq(messages.threadId, threadId);
  const back = await tx
    .update(threadReminders)
    .set({ firedAt: at, firedBecause: "answer" })
    .where(
      and(
        isNull(threadReminders.firedAt),
        isNull(threadReminders.closedAt),
        or(
          and(eq(threadReminders.threadId, threadId), eq(threadReminders.kind, "snooze"), theirs(isHere)),
          and(
            ofLead ? inArray(threadReminders.threadId, ofLead) : eq(threadReminders.threadId, threadId),
            eq(threadReminders.condition, "until_reply"),
            theirs(and(ofLead ? inArray(messages.threadId, ofLead) : isHere, answersNoForward(leadId))),
          ),
        ),
      ),
    )
    .returning({ threadId: threadReminders.threadId, workspaceId: threadReminders.workspaceId });
  await tellOthers(tx, threadId, back);
}

/** Tells of the threads in which an answer has settled something. The one that was answered is told of by whoever stores the message. */
export async function tellOthers(
  tx: Database,
  answeredId: number,
  settled: { threadId: number; workspaceId: string }[],
): Promise<void> {
  const threadIds = [...new Set(settled.map(({ threadId }) => threadId))].filter((id) => id !== answeredId);
  const [first] = settled;
  if (first && threadIds.length > 0)
    await notifyChange(tx, { workspaceId: first.workspaceId, kind: "threads", threadIds });
}
