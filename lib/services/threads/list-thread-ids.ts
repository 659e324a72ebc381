import { and } from "drizzle-orm";
import { threads } from "@/lib/db/schema";
import { sortOf } from "@/lib/domain/list-view";
import type { ThreadIds } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { conditionsOf } from "./list-conditions";
import { orderBy, orderOf } from "./list-order";
import { matchesSearch } from "./matches-search";
import { mayFilter } from "./may-filter";
import { ThreadFiltersInput } from "./schemas";

/** So many can be chosen at once. */
const MOST = 2000;

/**
 * The numbers of all threads of a list, to act on them at once.
 * @throws AppError `forbidden` when somebody filters by person who may not
 */
export async function listThreadIds(ctx: Context, input: ThreadFiltersInput): Promise<ThreadIds> {
  may(ctx.actor, "thread.read");
  const asked = ThreadFiltersInput.parse(input);
  mayFilter(ctx.actor, asked);
  const order = orderOf(asked.view, sortOf(asked));
  const conditions = conditionsOf(ctx, asked);
  const narrowed = asked.q ? [...conditions, await matchesSearch(ctx, asked.q, conditions)] : conditions;
  const found = await ctx.db
    .select({ id: threads.id })
    .from(threads)
    .where(and(...narrowed))
    .orderBy(...orderBy(order.column, threads.id, order.direction))
    .limit(MOST + 1);
  return { ids: found.slice(0, MOST).map(({ id }) => id), isAll: found.length <= MOST };
}
