import { and, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { isAmong } from "@/lib/db/is-among";
import { keepingPlans } from "@/lib/db/named-statements";
import { threads } from "@/lib/db/schema";
import { together } from "@/lib/db/together";
import { sortOf } from "@/lib/domain/list-view";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { cursorOf, positionOf } from "./cursor";
import { conditionsOf } from "./list-conditions";
import { isAfter, type ListOrder, orderOf } from "./list-order";
import { matchesSearch } from "./matches-search";
import { mayFilter } from "./may-filter";
import { ListThreadsInput } from "./schemas";
import { searchHits } from "./search-hits";
import { threadIds, threadRows, type Wanted } from "./thread-rows";

/** As many as the schema takes. */
const MOST_IDS = 100;

/**
 * One page of a list in its order. It costs the same however many threads there are: rows come from an index in their
 * order, and a search looks at the newest thousand messages that match. With `ids` only those of the list, without a next page.
 * @throws AppError `forbidden` when somebody filters by person who may not, `invalid` for a cursor not made here
 */
export async function listThreads(ctx: Context, input: ListThreadsInput): Promise<ThreadPage> {
  const began = performance.now();
  may(ctx.actor, "thread.read");
  const asked = ListThreadsInput.parse(input);
  mayFilter(ctx.actor, asked);
  const order = orderOf(ctx.actor, asked.view, sortOf(asked));
  const limit = asked.ids ? MOST_IDS : asked.limit;
  const where = and(...(await pageConditions(ctx, asked, order)));
  const wanted = { where, order, limit: limit + 1 };
  const { found, count, hitOf } = await (asked.q ? searchedRows(ctx, asked.q, wanted) : listedRows(ctx, wanted));
  const shown = found.slice(0, limit);
  const last = count > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ row }) => ({ ...row, hit: hitOf(row) })),
    nextCursor: last ? cursorOf({ id: last.row.id, at: last.at }) : null,
    end: last ? { id: last.row.id, listedAt: last.row.listedAt } : null,
    tookMs: asked.q ? performance.now() - began : null,
  };
}

async function listedRows(ctx: Context, wanted: Wanted) {
  const found = await threadRows(ctx, wanted);
  return { found, count: found.length, hitOf: () => null };
}

/**
 * A search is planned for its words each time, which takes as long as it does itself where all that a row shows is joined to it: so
 * it says which threads those are, and their rows are read by a statement that keeps its plan, beside the words around the hits.
 */
async function searchedRows(ctx: Context, q: string, wanted: Wanted) {
  const ids = await threadIds(ctx, wanted);
  if (ids.length === 0) return { found: [], count: 0, hitOf: () => null };
  const where = and(threadsOf(ctx.actor), isAmong(threads.id, ids));
  const [found, hitOf] = await together(
    keepingPlans(() => threadRows(ctx, { ...wanted, where })),
    searchHits(ctx, q, ids),
  );
  return { found, count: ids.length, hitOf };
}

async function pageConditions(
  ctx: Context,
  asked: z.output<typeof ListThreadsInput>,
  order: ListOrder,
): Promise<SQL[]> {
  const conditions = conditionsOf(ctx, asked);
  if (asked.ids) conditions.push(isAmong(threads.id, asked.ids.split(",").map(Number)));
  const narrowed = asked.q ? [...conditions, await matchesSearch(ctx, asked.q, conditions)] : conditions;
  return asked.cursor ? [...narrowed, isAfter(order, positionOf(asked.cursor))] : narrowed;
}
