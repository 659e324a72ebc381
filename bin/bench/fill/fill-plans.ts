import { asc, eq } from "drizzle-orm";
import { newId, newStatsId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { leads, messages, replies, threadReminders, threads } from "@/lib/db/schema";
import { insertBatches } from "@/lib/sandbox/fill/insert-batches";

const DAY_MS = 86_400_000;
const REMINDERS = 40;

/**
 * Plans `count` replies and reminders over the working hours of the month after next: nothing of it leaves meanwhile.
 * @returns the first Monday of that month ("2027-02-01")
 */
export async function fillPlans(
  db: Database,
  { memberId, count, now }: { memberId: string; count: number; now: Date },
): Promise<string> {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1));
  const days = Array.from({ length: 28 }, (_, day) => new Date(first.getTime() + day * DAY_MS)).filter(isWorkday);
  const found = await db
    .select({ thread: threads, to: leads.email, parentId: messages.id })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(messages, eq(messages.id, threads.lastMessageId))
    .orderBy(asc(threads.id))
    .limit(count);
  const plans = Array.from({ length: count }, (_, nth) => ({
    ...found[nth % found.length]!,
    at: new Date(days[nth % days.length]!.getTime() + (8 * 60 + ((nth * 7) % 600)) * 60_000),
  }));
  await insertBatches(
    db,
    threadReminders,
    plans.slice(0, REMINDERS).map((plan) => reminderRow(plan, memberId, now)),
  );
  await insertBatches(
    db,
    replies,
    plans.slice(REMINDERS).map((plan) => replyRow(plan, memberId, now)),
  );
  return days
    .find((day) => day.getUTCDay() === 1)!
    .toISOString()
    .slice(0, 10);
}

const isWorkday = (day: Date): boolean => day.getUTCDay() % 6 !== 0;

type Plan = { thread: typeof threads.$inferSelect; to: string; parentId: string; at: Date };

const reminderRow = ({ thread, at }: Plan, memberId: string, now: Date): typeof threadReminders.$inferInsert => ({
  id: newId(),
  workspaceId: thread.workspaceId,
  threadId: thread.id,
  memberId,
  kind: "reminder",
  condition: "always",
  remindAt: at,
  createdAt: now,
});

function replyRow({ thread, to, parentId, at }: Plan, memberId: string, now: Date): typeof replies.$inferInsert {
  const id = newId();
  return {
    id,
    workspaceId: thread.workspaceId,
    threadId: thread.id,
    mailboxId: thread.mailboxId,
    parentId,
    authorId: memberId,
    origin: "composer",
    status: "scheduled",
    to: [{ name: "", address: to }],
    subject: `Re: ${thread.subject}`,
    bodyHtml: "<p>Shall we talk this week?</p>",
    addSignature: false,
    scheduledAt: at,
    dueAt: at,
    messageId: `${id}@bench.test`,
    statsId: newStatsId(),
    acceptedAt: now,
  };
}
