import { nextInside } from "./next-inside";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";
import type { OutsideRules } from "./why-outside";

/** How many answers came in an hour (0 to 23) of a weekday (1 is Monday), on the writers' own clocks. */
export type AnswerCount = { weekday: number; hour: number; count: number };

/** Answers of this lead, of leads of the same country, and of all. */
export type AnswerCounts = Record<AnswerScope, AnswerCount[]>;
export type AnswerScope = "lead" | "country" | "all";

/** `count` of `total` answers came on `weekday` (null: on any day) from `from` o'clock to `to` o'clock. */
export type BestTime = {
  scope: AnswerScope;
  weekday: number | null;
  from: number;
  to: number;
  count: number;
  total: number;
};

/** Fewer answers say nothing: of the lead's own three are much, of strangers' many are needed. */
const ENOUGH: Record<AnswerScope, number> = { lead: 3, country: 8, all: 20 };
/** Two hours that hold less of them are no habit. */
const SHARE = 0.3;
const LEAST = 3;
const HOURS = 2;
const SCOPES = ["lead", "country", "all"] as const;

/**
 * When answers came most: two hours of one weekday, else of any day, that hold enough of them; of this lead's own where there are
 * enough, else of the country's, else of everybody's. Null where there are too few or they came at all hours.
 */
export function bestTime(counts: AnswerCounts): BestTime | null {
  for (const scope of SCOPES) {
    const answers = counts[scope];
    const total = sum(answers);
    if (total < ENOUGH[scope]) continue;
    const found = fullest(answers, [1, 2, 3, 4, 5, 6, 7], total) ?? fullest(answers, [null], total);
    if (found) return { scope, total, ...found };
  }
  return null;
}

function fullest(answers: AnswerCount[], weekdays: (number | null)[], total: number) {
  let best = null as Pick<BestTime, "weekday" | "from" | "to" | "count"> | null;
  for (const weekday of weekdays)
    for (let from = 0; from <= 24 - HOURS; from++) {
      const to = from + HOURS;
      const count = sum(answers.filter((each) => isAmong(each, { weekday, from, to })));
      // Of two hours with the same answers those that begin with them.
      const isCloser = best?.weekday === weekday && best.from === from - 1 && best.count === count;
      if (count > (best?.count ?? 0) || (isCloser && count > 0)) best = { weekday, from, to, count };
    }
  return best && best.count >= LEAST && best.count >= SHARE * total ? best : null;
}

const isAmong = (answer: AnswerCount, { weekday, from, to }: Pick<BestTime, "weekday" | "from" | "to">): boolean =>
  (weekday === null || answer.weekday === weekday) && answer.hour >= from && answer.hour < to;

const sum = (answers: AnswerCount[]): number => answers.reduce((total, { count }) => total + count, 0);

/** The next such time on the lead's clock that a machine would choose as well, within three weeks; null where there is none. */
export function nextBestTime({ weekday, from, to }: BestTime, now: Date, rules: OutsideRules): Date | null {
  const zone = rules.leadZone ?? rules.mailboxZone;
  const today = wallTimeOf(now, zone).date;
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const date = addDays(today, ahead);
    if (weekday !== null && weekdayOf(date) !== weekday) continue;
    const begins = hourOf(date, from, zone);
    const ends = hourOf(date, to, zone);
    const found = begins && begins > now ? nextInside(begins, rules) : null;
    if (found && ends && found < ends) return found;
  }
  return null;
}

const MOST_DAYS = 21;

function hourOf(date: string, hour: number, zone: string): Date | null {
  const day = hour === 24 ? addDays(date, 1) : date;
  return instantOf({ date: day, time: `${String(hour % 24).padStart(2, "0")}:00` }, zone)?.instant ?? null;
}
