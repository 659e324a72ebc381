import { and, isNull, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { recordEach } from "../record-each";

/** Whose the open ones among them were has left, and nobody takes them over: they come up before nobody and bring nothing back. */
export async function endReminders(tx: Database, isOne: SQL | undefined, at: Date): Promise<void> {
  const ended = await tx
    .update(threadReminders)
    .set({ closedAt: at, closedReason: "left" })
    .where(and(isOne, isNull(threadReminders.closedAt)))
    .returning();
  const [first] = ended;
  if (!first) return;
  const { workspaceId } = first;
  await recordEach(
    tx,
    { workspaceId },
    "reminder.ended",
    ended.map(({ id, threadId }) => ({ threadId, subjectId: id, data: { reason: "member_left" } })),
  );
  const threadIds = [...new Set(ended.map(({ threadId }) => threadId))];
  await notifyChange(tx, { workspaceId, kind: "threads", threadIds });
}
