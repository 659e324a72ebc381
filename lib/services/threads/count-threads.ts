import { and, type SQL, sql } from "drizzle-orm";
import { threads } from "@/lib/db/schema";
import type { ListView } from "@/lib/domain/list-view";
import type { ThreadCounts } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { conditionsOf } from "./list-conditions";

/** Counting stops here, so that a count costs no more at a million threads. */
export const COUNT_CAP = 1000;

/** How many threads wait in the lists that show a figure; `COUNT_CAP` stands for that many or more. */
export async function countThreads(ctx: Context): Promise<ThreadCounts> {
  may(ctx.actor, "thread.read");
  const { rows } = await ctx.db.execute<ThreadCounts>(sql`select
    ${countOf(ctx, "inbox")} as "inbox",
    ${countOf(ctx, "unread")} as "unread",
    ${countOf(ctx, "mine")} as "mine",
    ${countOf(ctx, "unassigned")} as "unassigned",
    ${countOf(ctx, "untracked")} as "untracked"`);
  const { inbox, unread, mine, unassigned, untracked } = rows[0]!;
  return { inbox, unread, mine, unassigned, untracked };
}

const countOf = (ctx: Context, view: ListView): SQL =>
  sql`(select count(*)::int from (select 1 from ${threads} where ${and(...conditionsOf(ctx, { view, limit: 1 }))} limit ${COUNT_CAP}) counted)`;
