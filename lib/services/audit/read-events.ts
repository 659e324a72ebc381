import { and, desc, sql, type SQL } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { events } from "@/lib/db/schema";
import { eventViews } from "./event-views";
import type { EventPage } from "./schemas";

/** A page of events, newest first, in the order of the index by workspace and time. @throws AppError `invalid` for a strange cursor */
export async function readEvents(
  db: Database,
  condition: SQL,
  { cursor, size }: { cursor: string | undefined; size: number },
): Promise<EventPage> {
  const rows = await db
    .select({ event: events, micros: sql<string>`(extract(epoch from ${events.at}) * 1000000)::bigint::text` })
    .from(events)
    .where(and(condition, cursor === undefined ? undefined : isBefore(cursor)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    entries: await eventViews(
      db,
      page.map(({ event }) => event),
    ),
    nextCursor: last ? `${last.micros}.${last.event.id}` : null,
  };
}

/** JavaScript knows milliseconds, the database microseconds: the cursor has the latter. */
function isBefore(cursor: string): SQL {
  const [, micros, id] = /^(\d{1,17})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!micros || !id) throw new AppError("invalid", { fields: [{ path: "cursor", reason: "cursor" }] });
  const at = sql`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`;
  return sql`(${events.at}, ${events.id}) < (${at}, ${id}::uuid)`;
}
