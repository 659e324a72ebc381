import { and, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { threads } from "@/lib/db/schema";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { cursorOf, positionOf } from "./cursor";
import { conditionsOf } from "./list-conditions";
import { matchesSearch } from "./matches-search";
import { ListThreadsInput } from "./schemas";
import { threadRows } from "./thread-rows";

/**
 * One page of a list, newest first. It costs the same however many threads there are: rows come from an index in their
 * order, and a search looks at the newest thousand messages that match.
 * @throws AppError `forbidden` when somebody filters by person who may not, `invalid` for a cursor not made here
 */
export async function listThreads(ctx: Context, input: ListThreadsInput): Promise<ThreadPage> {
  const { actor, db } = ctx;
  may(actor, "thread.read");
  const asked = ListThreadsInput.parse(input);
  if (asked.assigneeId && asked.assigneeId !== actor.memberId) may(actor, "thread.filterByPerson");
  const found = await threadRows(db, and(...(await pageConditions(ctx, asked))), asked.limit + 1);
  const shown = found.slice(0, asked.limit);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ row }) => row),
    nextCursor: last ? cursorOf({ id: last.row.id, at: last.at }) : null,
  };
}

async function pageConditions(ctx: Context, asked: z.output<typeof ListThreadsInput>): Promise<SQL[]> {
  const conditions = conditionsOf(ctx, asked);
  const narrowed = asked.q ? [...conditions, await matchesSearch(ctx, asked.q, conditions)] : conditions;
  if (!asked.cursor) return narrowed;
  const { at, id } = positionOf(asked.cursor);
  return [...narrowed, sql`(${threads.lastMessageAt}, ${threads.id}) < (${at}::timestamptz, ${id})`];
}
