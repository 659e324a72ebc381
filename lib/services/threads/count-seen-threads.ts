import { and, type SQL, sql } from "drizzle-orm";
import { campaigns, threads } from "@/lib/db/schema";
import { type ListView, NONE, roleMayView } from "@/lib/domain/list-view";
import { COUNTED_VIEWS, type CountedView, type ThreadCounts } from "@/lib/domain/thread-counts";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { conditionsOf } from "./list-conditions";

type Row = { mailbox_id: string; campaign: string | null; category_id: string | null; open: number } & Record<
  CountedView,
  number
>;

/**
 * The figures of the lists for who does not see everything, by the conditions of the lists themselves: one query over the threads
 * within their scope. What they have snoozed is out of it already.
 */
export async function countSeenThreads({ actor, db }: Context): Promise<ThreadCounts> {
  const figures = COUNTED_VIEWS.map((view) => sql`${figure(actor, view)} as ${sql.identifier(view)}`);
  const { rows } = await db.execute<Row>(sql`
    select ${threads.mailboxId}, ${campaigns.number}::text as campaign, ${threads.categoryId},
        ${countOf(actor, "open")} as open, ${sql.join(figures, sql`, `)}
      from ${threads} left join ${campaigns} on ${campaigns.id} = ${threads.campaignId}
      where ${threadsOf(actor)} group by 1, 2, 3`);
  const sumOf = (column: CountedView | "open", some = rows) => some.reduce((sum, row) => sum + row[column], 0);
  const by = (keyOf: (row: Row) => string | null, column: CountedView | "open" = "inbox") =>
    [...Map.groupBy(rows, keyOf)].flatMap(([key, some]) => {
      const n = sumOf(column, some);
      return key !== null && n > 0 ? [[key, n] as const] : [];
    });
  return {
    views: Object.fromEntries(COUNTED_VIEWS.map((view) => [view, sumOf(view)])) as ThreadCounts["views"],
    categories: Object.fromEntries([
      ...by(({ category_id: id }) => id, "open"),
      ...by(({ category_id: id }) => (id === null ? NONE : null)),
    ]),
    campaigns: Object.fromEntries(by(({ campaign }) => campaign)),
    mailboxes: Object.fromEntries(by(({ mailbox_id: id }) => id)),
  };
}

/** What stands in no list of theirs counts nothing. */
function figure(actor: Context["actor"], view: CountedView): SQL {
  const list = view === "trouble" ? "outbox" : view;
  if (!roleMayView(actor.role, list)) return sql`0`;
  return countOf(actor, list, view === "trouble" ? sql`${threads.troubleCount} > 0` : undefined);
}

const countOf = (actor: Context["actor"], view: ListView, besides?: SQL): SQL =>
  sql`(count(*) filter (where ${and(...conditionsOf({ actor }, { view, sort: "newest" }), besides)}))::int`;
