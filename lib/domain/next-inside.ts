import { MORNING, nightAt } from "./night";
import { addDays, instantOf, wallTimeOf } from "./wall-time";
import { whyOutside, type OutsideRules } from "./why-outside";

/**
 * The next time, from an instant on, that a machine would choose as well (`whyOutside`): the same hour of the next good day on the
 * lead's clock where that is within the windows, else when they open. Null where a month has none.
 */
export function nextInside(instant: Date, rules: OutsideRules): Date | null {
  return nextOf(instant, rules, { isGood: (each) => whyOutside(each, rules) === null });
}

/**
 * The same, and by day on the lead's clock where that is known, from its morning on: nobody is offered the lead's night, and for
 * a late hour of a free day the next good day's morning is no day too late. Null where windows are open by night alone.
 */
export function nextByDay(instant: Date, rules: OutsideRules): Date | null {
  const { leadZone } = rules;
  if (!leadZone) return nextInside(instant, rules);
  const isGood = (each: Date) => whyOutside(each, rules) === null && !nightAt(each, leadZone);
  return nextOf(instant, rules, { isGood, opening: MORNING });
}

type Wanted = { isGood: (instant: Date) => boolean; opening?: string };

function nextOf(instant: Date, rules: OutsideRules, { isGood, opening }: Wanted): Date | null {
  if (isGood(instant)) return instant;
  const zone = rules.leadZone ?? rules.mailboxZone;
  const { date, time } = wallTimeOf(instant, zone);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = addDays(date, ahead);
    const sameHour = instantOf({ date: day, time }, zone)?.instant;
    const begins = openingsOn(day, zone, rules, opening);
    const found = [...(sameHour ? [sameHour] : []), ...begins].find((each) => each > instant && isGood(each));
    if (found) return found;
  }
  return null;
}

const MOST_DAYS = 31;

/** When the windows open on a day of a zone, and `opening` there, the earliest first. The mailbox's clocks may show the day before or after. */
function openingsOn(day: string, zone: string, rules: OutsideRules, opening?: string): Date[] {
  const { mailboxWindow, mailboxZone, campaignWindow } = rules;
  const asked = [
    ...(opening ? [{ date: day, time: opening, zone }] : []),
    ...(campaignWindow ? [{ date: day, time: campaignWindow.start, zone }] : []),
    ...(mailboxWindow
      ? [-1, 0, 1].map((days) => ({ date: addDays(day, days), time: mailboxWindow.start, zone: mailboxZone }))
      : []),
  ];
  return asked
    .flatMap(({ zone: of, ...wall }) => instantOf(wall, of)?.instant ?? [])
    .filter((instant) => wallTimeOf(instant, zone).date === day)
    .toSorted((a, b) => a.getTime() - b.getTime());
}
