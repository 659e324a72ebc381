import { nightAt } from "./night";
import { addDays, instantOf, wallTimeOf } from "./wall-time";
import { whyOutside, type OutsideRules } from "./why-outside";

/**
 * The next time, from an instant on, that a machine would choose as well (`whyOutside`): the same hour of the next good day on the
 * lead's clock where that is within the windows, else when they open. Null where a month has none.
 */
export function nextInside(instant: Date, rules: OutsideRules): Date | null {
  if (whyOutside(instant, rules) === null) return instant;
  const zone = rules.leadZone ?? rules.mailboxZone;
  const { date, time } = wallTimeOf(instant, zone);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = addDays(date, ahead);
    const sameHour = instantOf({ date: day, time }, zone)?.instant;
    const found = [...(sameHour ? [sameHour] : []), ...openingsOn(day, zone, rules)].find(
      (each) => each > instant && whyOutside(each, rules) === null,
    );
    if (found) return found;
  }
  return null;
}

/** The same, and by day on the lead's clock where that is known: nobody is offered the lead's night. */
export function nextByDay(instant: Date, rules: OutsideRules): Date | null {
  let found = nextInside(instant, rules);
  for (let round = 0; found && rules.leadZone && round < MOST_NIGHTS; round++) {
    const night = nightAt(found, rules.leadZone);
    if (!night) return found;
    found = nextInside(night.morning, rules);
  }
  return found;
}

/** Windows that are open by night alone offer no day. */
const MOST_NIGHTS = 10;
const MOST_DAYS = 31;

/** When the windows open on a day of a zone, the earliest first. The mailbox's clocks may show the day before or after. */
function openingsOn(day: string, zone: string, { mailboxWindow, mailboxZone, campaignWindow }: OutsideRules): Date[] {
  const asked = [
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
