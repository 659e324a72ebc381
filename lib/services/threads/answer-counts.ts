import { sql } from "drizzle-orm";
import type { leads } from "@/lib/db/schema";
import type { AnswerCount, AnswerCounts } from "@/lib/domain/best-time";
import { isZone, zoneAhead } from "@/lib/domain/wall-time";
import { zoneCountry } from "@/lib/domain/zone-country";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";

type Whose = { lead: typeof leads.$inferSelect | null; country: string | null };
type Row = {
  own: boolean | null;
  country: string | null;
  zone: string | null;
  ahead: number | null;
  quarter: string;
  count: number;
};

/** Of more answers the older ones say little more. */
const NEWEST = 3_000;
const YEAR_MS = 365 * 86_400_000;

/**
 * The newest answers of the last year by weekday and hour, on the clocks of those who wrote them: by the zone of the lead's record,
 * else by what the message says of its writer's clock. What machines wrote, and what no clock is known of, is left out. A lead is
 * of the country by its record, else by its zone.
 */
export async function answerCounts({ actor, db, now }: Context, { lead, country }: Whose): Promise<AnswerCounts> {
  const seen = isOfSeenThread(actor, sql`messages.thread_id`);
  const { rows } = await db.execute<Row>(sql`
    select leads.id = ${lead?.id ?? null}::uuid as own, leads.country, leads.time_zone as zone, sent_offset as ahead,
        date_bin('15 minutes', newest.sent_at, 'epoch'::timestamptz) as quarter, count(*)::int as count
      from (select thread_id, sent_at, sent_offset from messages
        where workspace_id = ${actor.workspaceId} and direction = 'in' and not is_automatic
          ${seen ? sql`and ${seen}` : sql``}
          and sent_at between ${new Date(now().getTime() - YEAR_MS)} and ${now()}
        order by sent_at desc limit ${NEWEST}) newest
      join threads on threads.id = newest.thread_id join leads on leads.id = threads.lead_id
      group by 1, 2, 3, 4, 5`);
  const zones = new Map([...new Set(rows.map(({ zone }) => zone ?? ""))].map((zone) => [zone, aboutZone(zone)]));
  const heard = rows.flatMap((row) => {
    const zone = zones.get(row.zone ?? "")!;
    const at = clockOf(row, zone.isZone);
    const isNear =
      (country !== null && (row.country ?? zone.country) === country) ||
      (lead?.timeZone != null && row.zone === lead.timeZone);
    return at ? [{ ...at, count: row.count, isOwn: row.own === true, isNear }] : [];
  });
  return {
    lead: summed(heard.filter(({ isOwn }) => isOwn)),
    country: summed(heard.filter(({ isNear }) => isNear)),
    all: summed(heard),
  };
}

const aboutZone = (zone: string) => ({ isZone: isZone(zone), country: zoneCountry(zone) });

/** What the writer's clock showed; null where none is known. Programs of servers write in UTC, whoever sits before them. */
function clockOf({ zone, ahead, quarter }: Row, isKnown: boolean): { weekday: number; hour: number } | null {
  const at = new Date(quarter);
  const minutes = zone && isKnown ? zoneAhead(zone, at) : ahead || null;
  if (minutes === null) return null;
  const wall = new Date(at.getTime() + minutes * 60_000);
  return { weekday: wall.getUTCDay() || 7, hour: wall.getUTCHours() };
}

function summed(answers: AnswerCount[]): AnswerCount[] {
  const counts = new Map<string, AnswerCount>();
  for (const { weekday, hour, count } of answers) {
    const key = `${weekday} ${hour}`;
    counts.set(key, { weekday, hour, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()];
}
