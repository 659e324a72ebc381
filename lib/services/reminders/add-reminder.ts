import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import type { ReminderCondition } from "@/lib/domain/reminder";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Actor } from "../context";
import { isOwnOrUp } from "./is-own-reminder";

type NewReminder = { threadId: number; remindAt: Date; condition: ReminderCondition; createdAt: Date };

/**
 * Wants a thread of the actor's workspace back at a time, in the caller's transaction. A member has one open reminder a thread
 * beside a snooze: a new one takes the place of the former, and of what has come up.
 */
export async function addReminder(
  tx: Database,
  { workspaceId, memberId }: Actor,
  { createdAt, ...wanted }: NewReminder,
): Promise<void> {
  const isFormer = and(eq(threadReminders.threadId, wanted.threadId), isOwnOrUp(memberId, "reminder"));
  await tx.update(threadReminders).set({ closedAt: createdAt, closedReason: "replaced" }).where(isFormer);
  const [made] = await tx
    .insert(threadReminders)
    .values({ ...wanted, workspaceId, memberId, createdAt })
    .returning({ id: threadReminders.id });
  await enqueue(tx, JOBS.fireReminder, { reminderId: made!.id }, { after: wanted.remindAt });
}
