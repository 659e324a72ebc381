import { and, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { isAmong } from "@/lib/db/is-among";
import { keepingPlans } from "@/lib/db/named-statements";
import { threads } from "@/lib/db/schema";
import { together } from "@/lib/db/together";
import { sortOf } from "@/lib/domain/list-view";
import type { ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { cursorOf, type Position, positionOf } from "./cursor";
import { conditionsOf } from "./list-conditions";
import { byLastMessage, isAfter, type ListOrder, orderOf } from "./list-order";
import { matchesSearch } from "./matches-search";
import { mayFilter } from "./may-filter";
import { ListThreadsInput } from "./schemas";
import { searchHits } from "./search-hits";
import { isoTimeOf, threadPlaces, type Wanted } from "./thread-places";
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
  const wanted = { where, order, limit: limit + 1 };
  const { places, rows } = await (asked.q ? searched(ctx, asked.q, wanted) : listed(ctx, wanted, Boolean(asked.ids)));
  const last = places.length > limit ? places[limit - 1]! : null;
  const shown = new Set(places.slice(0, limit).map(({ id }) => id));
  return {
    rows: rows.filter(({ id }) => shown.has(id)),
    nextCursor: last && cursorOf(last),
    end: last && { id: last.id, listedAt: isoTimeOf(last.at) },
    tookMs: asked.q ? performance.now() - began : null,
  };
}

type Page = { places: Position[]; rows: ThreadRow[] };

/** @param isOfNamed asks for some threads by their numbers, which are looked up by them whatever they are */
async function listed(ctx: Context, wanted: Wanted, isOfNamed: boolean): Promise<Page> {
  const find = () => threadRows(ctx, wanted);
  const found = await (isOfNamed ? keepingPlans(find) : find());
  return { places: found.map(({ row: { id }, at }) => ({ id, at })), rows: found.map(({ row }) => row) };
}

/**
 * A search is planned for its words each time, which takes as long as it does itself where all that a row shows is joined to it: so
 * it says which threads those are and where they stand, and their rows are read by a statement that keeps its plan, beside the words
 * around the hits. Where a thread is gone meanwhile, its row is left out.
 */
async function searched(ctx: Context, q: string, wanted: Wanted): Promise<Page> {
  const places = await threadPlaces(ctx, wanted);
  if (places.length === 0) return { places, rows: [] };
  const ids = places.map(({ id }) => id);
  const where = and(threadsOf(ctx.actor), isAmong(threads.id, ids));
  const [found, hitOf] = await together(
    keepingPlans(() => threadRows(ctx, { where, order: byLastMessage(), limit: ids.length })),
    searchHits(ctx, q, ids),
  );
  const byId = new Map(found.map(({ row }) => [row.id, row]));
  const rows = places.flatMap(({ id, at }) => {
    const row = byId.get(id);
    return row ? [{ ...row, listedAt: isoTimeOf(at), hit: hitOf(row) }] : [];
  });
  return { places, rows };
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
