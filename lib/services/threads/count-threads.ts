import { eq, sql } from "drizzle-orm";
import { campaigns, threadCounts } from "@/lib/db/schema";
import { COUNTED_VIEWS, type CountedView, type ThreadCounts } from "@/lib/domain/thread-counts";
import { type Context, may } from "@/lib/services/context";
import { countSeenThreads } from "./count-seen-threads";
import { subtractSnoozed } from "./subtract-snoozed";

/** How many threads are in the lists that show a figure, as it is kept: nothing is counted here, however many there are, but what the actor has snoozed.
 * What is kept is the whole workspace's: for who is narrowed it is counted. */
export async function countThreads(ctx: Context): Promise<ThreadCounts> {
  const { actor, db } = ctx;
  may(actor, "thread.read");
  if (actor.scope !== null) return countSeenThreads(ctx);
  const kept = await db
    .select({ list: threadCounts.list, key: threadCounts.key, n: sql<number>`sum(${threadCounts.n})`.mapWith(Number) })
    .from(threadCounts)
    .where(eq(threadCounts.workspaceId, actor.workspaceId))
    .groupBy(threadCounts.list, threadCounts.key);
  const numbers = await campaignNumbers(db, actor.workspaceId);
  const of = (list: string, key: string) => kept.find((each) => each.list === list && each.key === key)?.n ?? 0;
  const all = (list: string, nameOf: (key: string) => string | undefined = (key) => key) =>
    Object.fromEntries(
      kept.flatMap(({ list: each, key, n }) => {
        const name = each === list && n > 0 ? nameOf(key) : undefined;
        return name === undefined ? [] : [[name, n]];
      }),
    );
  const ownKey = (view: CountedView) => (view === "mine" || view === "drafts" ? actor.memberId : "");
  return subtractSnoozed(ctx, {
    views: Object.fromEntries(COUNTED_VIEWS.map((view) => [view, of(view, ownKey(view))])) as ThreadCounts["views"],
    categories: all("category"),
    campaigns: all("campaign", (id) => numbers.get(id)),
    mailboxes: all("mailbox"),
  });
}

async function campaignNumbers(db: Context["db"], workspaceId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: campaigns.id, number: campaigns.number })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, workspaceId));
  return new Map(rows.map(({ id, number }) => [id, String(number)]));
}
