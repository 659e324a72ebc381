import { isZone, zoneAhead } from "./wall-time";

type ZonesOfCountry = { country: string; zones: string[]; isUsual: boolean };

/** What is known of where a lead's clock stands. */
export type ClockEvidence = {
  /** The zone in the lead's record. */
  record: { zone: string | null; isByPerson: boolean };
  /** The country of the lead's phone number with its zones (`countryZones`). */
  phone: ZonesOfCountry | null;
  /** The country in the lead's record. */
  country?: ZonesOfCountry | null;
  /** How far the lead's clock was ahead of UTC, in minutes, when they last wrote. */
  date: { offset: number; sentAt: Date } | null;
};

/**
 * `zone` is a name of IANA's, or an offset ("+03:00") where only that is known. `certainty`: `known` as somebody wrote it down,
 * `likely` as nothing speaks against it, `guess` as it may be quite another one.
 */
export type LeadClock = {
  zone: string;
  certainty: "known" | "likely" | "guess";
  why: "person" | "record" | "phone" | "country" | "date";
  /** By ISO 3166; null unless `why` is `phone` or `country`. */
  country: string | null;
  /** When the message was sent that says so; null unless `why` is `date`. */
  sentAt: string | null;
};

/**
 * Where a lead's clock stands, and how that is known: what a person or a table said, else the country of the phone number,
 * else the one in the record, else what the Date header of their newest message showed. Null where nothing tells.
 */
export function leadClockOf({ record, phone, country, date }: ClockEvidence, now: Date): LeadClock | null {
  const nothing = { country: null, sentAt: null };
  if (record.zone !== null && isZone(record.zone))
    return { ...nothing, zone: record.zone, certainty: "known", why: record.isByPerson ? "person" : "record" };
  for (const [why, named] of [["phone", phone] as const, ["country", country ?? null] as const]) {
    const found = named && zoneOfCountry(named, date, now);
    if (found) return { ...nothing, ...found, why, country: named.country };
  }
  if (!date) return null;
  return {
    ...nothing,
    zone: offsetZone(date.offset),
    // Programs of servers and of people who hide write in UTC, and an offset of last spring knows nothing of summer time.
    certainty: date.offset !== 0 && now.getTime() - date.sentAt.getTime() < FRESH_MS ? "likely" : "guess",
    why: "date",
    sentAt: date.sentAt.toISOString(),
  };
}

const FRESH_MS = 60 * 86_400_000;

/**
 * One zone of a country: that of the last message where one of them fits it, else the only clock or the usual one. What was
 * written by another clock makes a guess of it; of many clocks none is taken.
 */
function zoneOfCountry(
  { zones, isUsual }: ZonesOfCountry,
  date: ClockEvidence["date"],
  now: Date,
): Pick<LeadClock, "zone" | "certainty"> | null {
  const known = zones.filter(isZone);
  const [main] = known;
  if (main === undefined) return null;
  const fitting = date && known.find((zone) => zoneAhead(zone, date.sentAt) === date.offset);
  if (fitting) return { zone: fitting, certainty: "likely" };
  const isOneClock = known.every((zone) => zoneAhead(zone, now) === zoneAhead(main, now));
  if (!isOneClock && !isUsual) return null;
  return { zone: main, certainty: date && date.offset !== 0 ? "guess" : "likely" };
}

/** "+03:00", as zones are written where only the offset is known. */
export function offsetZone(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${part(Math.floor(Math.abs(minutes) / 60))}:${part(Math.abs(minutes) % 60)}`;
}
