import { and, eq, isNull, sql } from "drizzle-orm";
import { campaigns, threadReminders, threads } from "@/lib/db/schema";
import { NONE } from "@/lib/domain/list-view";
import type { ThreadCounts } from "@/lib/domain/thread-counts";
import type { Context } from "@/lib/services/context";
import { isOwnOpen } from "@/lib/services/reminders/is-own-reminder";

/**
 * The kept figures are everybody's: what the actor has snoozed is taken from theirs, and counted, with what they want to be reminded
 * of. Both are the few rows of one index.
 */
export async function subtractSnoozed({ actor, db }: Context, counts: ThreadCounts): Promise<ThreadCounts> {
  const { views, categories, campaigns: ofCampaigns, mailboxes } = counts;
  const snoozed = await snoozedThreads({ actor, db });
  for (const { isOpenLead, isWaiting, campaign, ...thread } of snoozed) {
    views.snoozed += 1;
    if (thread.isImportant && thread.kind !== "bulk" && thread.archivedAt === null) views.important -= 1;
    if (!isOpenLead) continue;
    if (thread.unreadCount > 0) views.unread -= 1;
    if (thread.assigneeId === actor.memberId) views.mine -= 1;
    if (!isWaiting) continue;
    views.inbox -= 1;
    if (thread.assigneeId === null) views.unassigned -= 1;
    if (thread.categoryId === null) lower(categories, NONE);
    if (campaign !== null) lower(ofCampaigns, String(campaign));
    lower(mailboxes, thread.mailboxId);
  }
  views.reminders = await countReminders({ actor, db });
  return counts;
}

type Reader = Pick<Context, "actor" | "db">;

async function snoozedThreads({ actor, db }: Reader) {
  const rows = await db
    .selectDistinctOn([threads.id], {
      kind: threads.kind,
      archivedAt: threads.archivedAt,
      isAwaitingAnswer: threads.isAwaitingAnswer,
      isImportant: threads.isImportant,
      unreadCount: threads.unreadCount,
      assigneeId: threads.assigneeId,
      categoryId: threads.categoryId,
      mailboxId: threads.mailboxId,
      campaign: campaigns.number,
    })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(and(isOwnOpen(actor.memberId, "snooze"), isNull(threadReminders.firedAt)));
  return rows.map((thread) => {
    const isOpenLead = thread.kind === "lead" && thread.archivedAt === null;
    return { ...thread, isOpenLead, isWaiting: isOpenLead && thread.isAwaitingAnswer };
  });
}

async function countReminders({ actor, db }: Reader): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(distinct ${threadReminders.threadId})::int` })
    .from(threadReminders)
    .where(isOwnOpen(actor.memberId, "reminder"));
  return row!.n;
}

const lower = (figures: Record<string, number>, key: string): void => {
  figures[key] = Math.max((figures[key] ?? 0) - 1, 0);
};
