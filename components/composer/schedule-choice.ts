import { instantOf, wallTimeOf, type ClockChange, type WallTime } from "@/lib/domain/wall-time";
import type { WordsReading } from "./read-words";

/** What words, or a date, a time and a zone in the picker come to. `unclear`: words stand there that say no time to come. */
export type ScheduleChoice =
  { state: "unreadable" | "past" | "unclear" } | { state: "chosen"; instant: Date; change: ClockChange; zone: string };

/** Reads the picker's fields. A clock change is not refused but told: see `instantOf`. */
export function scheduleChoice(fields: WallTime, zone: string, now: Date): ScheduleChoice {
  const found = instantOf(fields, zone);
  if (!found) return { state: "unreadable" };
  if (found.instant.getTime() <= now.getTime()) return { state: "past" };
  return { state: "chosen", zone, ...found };
}

/** Whether words stand there that say no time to come: nothing that stood there before counts for them. */
export const isUnclear = ({ state }: WordsReading): boolean => state !== "read" && state !== "empty";

/** The fields for a chosen time, else those of an hour from now, in a zone's wall time. */
export function fieldsFor(chosen: string | null, zone: string, now: Date): WallTime {
  return wallTimeOf(chosen ? new Date(chosen) : new Date(now.getTime() + 3_600_000), zone);
}

/** The same instant read from another zone's clock: changing the zone does not move the reply. */
export function fieldsInZone(fields: WallTime, from: string, to: string): WallTime {
  const found = instantOf(fields, from);
  return found ? wallTimeOf(found.instant, to) : fields;
}
