import type { PersonView } from "./person-view";
import { addDays, wallTimeOf } from "./wall-time";

/** Days on which a member is away, both included ("2026-12-24"). */
export type AbsenceDays = { firstDay: string; lastDay: string };

/** An absence as settings list it. */
export type AbsenceItem = AbsenceDays & { id: string; person: PersonView; note: string };

/** Who is away today, and the last day of it. */
export type AwayMember = { memberId: string; until: string };

/** The day of a member's own clock. */
export const todayOf = (zone: string, now: Date): string => wallTimeOf(now, zone).date;

export const isOnDay = ({ firstDay, lastDay }: AbsenceDays, day: string): boolean => firstDay <= day && day <= lastDay;

/** The last day of the absence that holds today by the member's own clock, also when another begins the day after; null while present. */
export function awayUntil(absences: AbsenceDays[], zone: string, now: Date): string | null {
  let until: string | null = null;
  for (let day = todayOf(zone, now); ; day = addDays(until, 1)) {
    const holding = absences.filter((absence) => isOnDay(absence, day)).map(({ lastDay }) => lastDay);
    if (holding.length === 0) return until;
    until = holding.toSorted().at(-1)!;
  }
}
