import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { MessageCounts } from "@/lib/domain/triage";
import type { HeldThread } from "./triage-values";

/**
 * Of held threads those in which a person of the other side has written more than whoever asks knew of: it must not be put out
 * of sight unseen. An automatic answer is none, and of a thread that `known` does not name nothing is known.
 */
export async function answeredAmong(
  tx: Database,
  held: HeldThread[],
  known: MessageCounts | undefined,
): Promise<Set<number>> {
  const grown = held.filter(({ id, messageCount }) => messageCount > (known?.[id] ?? Infinity));
  if (grown.length === 0) return new Set();
  const ids = sql.param(grown.map(({ id }) => id));
  const counts = sql.param(grown.map(({ id }) => known![id]));
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct grown.id
    from unnest(${ids}::bigint[], ${counts}::int[]) grown (id, known),
      lateral (select direction, is_automatic from messages where thread_id = grown.id
        order by first_seen_at, id offset grown.known) later
    where later.direction = 'in' and not later.is_automatic`);
  return new Set(rows.map(({ id }) => Number(id)));
}
