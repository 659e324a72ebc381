import { and, eq, exists, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, threadReminders, threads } from "@/lib/db/schema";
import { answersNoForward } from "@/lib/services/messages/answers-no-forward";
import { bringBackAnswered, tellOthers } from "./bring-back-answered";

/**
 * Somebody of the lead's side has written since a reminder was asked for: who waited for that, in whatever thread of the lead, need
 * not be reminded, and what was put off until then is back. An answer to a forward is none, unless the lead gives it.
 */
export async function closeAnsweredReminders(
  tx: Database,
  { threadId, leadId, at }: { threadId: number; leadId: string | null; at: Date },
): Promise<void> {
  const ofLead = leadId && tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const answer = tx
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        ofLead ? inArray(messages.threadId, ofLead) : eq(messages.threadId, threadId),
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        gt(messages.firstSeenAt, threadReminders.createdAt),
        answersNoForward(leadId),
      ),
    );
  const settled = await tx
    .update(threadReminders)
    .set({ closedAt: at, closedReason: "answered" })
    .where(
      and(
        ofLead ? inArray(threadReminders.threadId, ofLead) : eq(threadReminders.threadId, threadId),
        eq(threadReminders.condition, "if_no_reply"),
        isNull(threadReminders.closedAt),
        exists(answer),
      ),
    )
    .returning({ threadId: threadReminders.threadId, workspaceId: threadReminders.workspaceId });
  await tellOthers(tx, threadId, settled);
  await bringBackAnswered(tx, { threadId, leadId, at });
}
