import { and, inArray, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { threads } from "@/lib/db/schema";
import { sortOf } from "@/lib/domain/list-view";
import type { ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { cursorOf, positionOf } from "./cursor";
import { conditionsOf } from "./list-conditions";
import { isAfter, type ListOrder, orderOf } from "./list-order";
import { matchesSearch } from "./matches-search";
import { mayFilter } from "./may-filter";
import { ListThreadsInput } from "./schemas";
import { searchHits } from "./search-hits";
import { threadRows } from "./thread-rows";

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
  const found = await threadRows(ctx, { where, order, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  const rows = shown.map(({ row }) => row);
  return {
    rows: asked.q ? await withHits(ctx, asked.q, rows) : rows,
    nextCursor: last ? cursorOf({ id: last.row.id, at: last.at }) : null,
    end: last ? { id: last.row.id, listedAt: last.row.listedAt } : null,
    tookMs: asked.q ? performance.now() - began : null,
  };
}

async function withHits(ctx: Context, q: string, rows: ThreadRow[]): Promise<ThreadRow[]> {
  const hits = await searchHits(ctx, q, rows);
  return rows.map((row) => ({ ...row, hit: hits.get(row.id) ?? null }));
}

async function pageConditions(
  ctx: Context,
  asked: z.output<typeof ListThreadsInput>,
  order: ListOrder,
): Promise<SQL[]> {
  const conditions = conditionsOf(ctx, asked);
  if (asked.ids) conditions.push(inArray(threads.id, asked.ids.split(",").map(Number)));
  const narrowed = asked.q ? [...conditions, await matchesSearch(ctx, asked.q, conditions)] : conditions;
  return asked.cursor ? [...narrowed, isAfter(order, positionOf(asked.cursor))] : narrowed;
}
