import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, messages } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { countryZones } from "@/lib/domain/country-zones";
import { leadClockOf, type ClockEvidence, type LeadClock } from "@/lib/domain/lead-clock";
import type { Context } from "@/lib/services/context";
import { leadCountry } from "./lead-country";
import { phoneCountry } from "./phone-country";

/** The other side of a thread: its lead if it has one, and the address that it writes from. */
export type OtherSide = { leadId: string | null; address: string };
/** Where a clock stands, and the lead's country (ISO 3166) as far as nothing speaks against it. */
export type ClockOfLead = { clock: LeadClock | null; country: string | null };

type Lead = Pick<typeof leads.$inferSelect, "id" | "timeZone" | "phone" | "country" | "location">;

/** What `threadClock` tells of one thread, for the other sides of many threads by three queries. */
export async function clocksOfLeads(
  { actor, db, now }: Context,
  sides: OtherSide[],
): Promise<(side: OtherSide) => ClockOfLead> {
  const found = await leadsOf(db, [...new Set(sides.flatMap(({ leadId }) => leadId ?? []))]);
  const zoneOf = ({ leadId }: OtherSide) => (leadId && found.get(leadId)?.timeZone) || null;
  const chosen = await zonesByPerson(
    db,
    actor.workspaceId,
    [...found.values()].filter(({ timeZone }) => timeZone).map(({ id }) => id),
  );
  const unknown = sides.filter((side) => !zoneOf(side)).map(({ address }) => addressKey(address));
  const offsets = await lastOffsets(db, actor.workspaceId, [...new Set(unknown)].filter(Boolean));
  const known = new Map<string, ClockOfLead>();
  return (side) => {
    const key = `${side.leadId} ${addressKey(side.address)}`;
    const lead = (side.leadId && found.get(side.leadId)) || null;
    const date = zoneOf(side) ? null : (offsets.get(addressKey(side.address)) ?? null);
    const told = known.get(key) ?? clockOf(lead, { isByPerson: lead !== null && chosen.has(lead.id), date }, now());
    known.set(key, told);
    return told;
  };
}

function clockOf(
  lead: Lead | null,
  { isByPerson, date }: { isByPerson: boolean; date: ClockEvidence["date"] },
  now: Date,
): ClockOfLead {
  const zone = lead?.timeZone ?? null;
  const zonesOf = (country: string | null) => (zone || !country ? null : { country, ...countryZones(country) });
  const country = lead && leadCountry(lead, now);
  return {
    clock: leadClockOf(
      {
        record: { zone, isByPerson },
        phone: zonesOf(phoneCountry(lead?.phone ?? "")),
        country: zonesOf(lead?.country ?? null),
        date,
      },
      now,
    ),
    country: country && country.certainty !== "guess" ? country.country : null,
  };
}

async function leadsOf(db: Database, ids: string[]): Promise<Map<string, Lead>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: leads.id,
      timeZone: leads.timeZone,
      phone: leads.phone,
      country: leads.country,
      location: leads.location,
    })
    .from(leads)
    .where(sql`${leads.id} = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of the leads of which somebody chose the time zone by hand; their events are found by the threads, for which there is an index. */
async function zonesByPerson(db: Database, workspaceId: string, leadIds: string[]): Promise<Set<string>> {
  if (leadIds.length === 0) return new Set();
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct subject_id as id from events
      where workspace_id = ${workspaceId} and kind = 'lead.changed' and data -> 'fields' ? 'timeZone'
        and subject_id = any(${sql.param(leadIds)}::text[])
        and thread_id in (select id from threads where lead_id = any(${sql.param(leadIds)}::uuid[]))`);
  return new Set(rows.map(({ id }) => id));
}

/** What the clocks showed where the newest message of each address was written; what machines answer says nothing of it. */
async function lastOffsets(
  db: Database,
  workspaceId: string,
  addresses: string[],
): Promise<Map<string, NonNullable<ClockEvidence["date"]>>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([messages.fromAddress], {
      address: messages.fromAddress,
      offset: messages.sentOffset,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        sql`${messages.fromAddress} = any(${sql.param(addresses)}::text[]::public.citext[])`,
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        isNotNull(messages.sentOffset),
      ),
    )
    .orderBy(messages.fromAddress, desc(messages.firstSeenAt));
  return new Map(
    rows.flatMap(({ address, offset, sentAt }) => (offset === null ? [] : [[addressKey(address), { offset, sentAt }]])),
  );
}
