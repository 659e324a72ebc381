import { and } from "drizzle-orm";
import { drafts, threads } from "@/lib/db/schema";
import { sortOf } from "@/lib/domain/list-view";
import type { ThreadIds } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { conditionsOf } from "./list-conditions";
import { isOwnDraft, orderBy, orderOf } from "./list-order";
import { matchesSearch } from "./matches-search";
import { mayFilter } from "./may-filter";
import { ThreadFiltersInput } from "./schemas";

/** So many can be chosen at once. */
const MOST = 2000;

/**
 * The numbers of all threads of a list, to act on them at once as they are now.
 * @throws AppError `forbidden` when somebody filters by person who may not
 */
export async function listThreadIds(ctx: Context, input: ThreadFiltersInput): Promise<ThreadIds> {
  may(ctx.actor, "thread.read");
  const asked = ThreadFiltersInput.parse(input);
  mayFilter(ctx.actor, asked);
  const order = orderOf(ctx.actor, asked.view, sortOf(asked));
  const conditions = conditionsOf(ctx, asked);
  const narrowed = asked.q ? [...conditions, await matchesSearch(ctx, asked.q, conditions)] : conditions;
  const from = ctx.db.select({ id: threads.id, messageCount: threads.messageCount }).from(threads);
  const found = await (order.isOwnDrafts ? from.innerJoin(drafts, isOwnDraft(ctx.actor)) : from)
    .where(and(...narrowed))
    .orderBy(...orderBy(order.column, threads.id, order.direction))
    .limit(MOST + 1);
  const chosen = found.slice(0, MOST);
  return {
    ids: chosen.map(({ id }) => id),
    messageCounts: Object.fromEntries(chosen.map(({ id, messageCount }) => [id, messageCount])),
    isAll: found.length <= MOST,
  };
}
