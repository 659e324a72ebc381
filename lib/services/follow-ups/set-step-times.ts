import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { recordEach } from "../record-each";
import type { ReplyRow } from "../replies/reply-row";
import { refreshThread } from "../threads/refresh-thread";

type Moved = { step: ReplyRow; to: Date };

/**
 * Gives steps of one thread other times; a hold that was about the former time goes. Those that stand so already are left alone.
 * The caller holds the thread.
 * @param because for the history
 * @returns how many have moved
 */
export async function setStepTimes(
  tx: Database,
  moves: Moved[],
  because: "step_before" | "lead_away",
): Promise<number> {
  const news = moves.filter(({ step, to }) => step.dueAt.getTime() !== to.getTime());
  const [first] = news;
  if (!first) return 0;
  for (const { step, to } of news) {
    await tx
      .update(replies)
      .set({
        status: step.status === "awaiting_approval" ? step.status : "scheduled",
        scheduledAt: to,
        dueAt: to,
        nextAttemptAt: null,
        attempts: 0,
        heldReason: sql`case when ${replies.heldReason} in ('late', 'cap', 'sync_stale') then null else ${replies.heldReason} end`,
      })
      .where(eq(replies.id, step.id));
    await enqueue(tx, JOBS.sendReply, { replyId: step.id }, { after: to });
  }
  const { workspaceId, threadId } = first.step;
  await recordEach(
    tx,
    { workspaceId },
    "reply.rescheduled",
    news.map(({ step, to }) => ({
      threadId,
      subjectId: step.id,
      data: { scheduledTime: to.toISOString(), because },
    })),
  );
  await refreshThread(tx, threadId);
  await notifyChange(tx, { workspaceId, kind: "thread", threadId });
  return news.length;
}
