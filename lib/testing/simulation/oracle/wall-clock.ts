/** What a clock on a wall shows; `weekday` from 1 (Monday) to 7. By the runtime's own calendar, and by nothing of the project. */
export type Shown = { date: string; time: string; weekday: number };

const formats = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MINUTE = 60_000;
const DAY = 86_400_000;

export function shownAt(millis: number, zone: string): Shown {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(millis)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, weekday = "" } = parts;
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, weekday: WEEKDAYS.indexOf(weekday) + 1 };
}

/** The first instant at which a zone's clocks show a time or, where they skip it, a later one. By looking at each minute around it. */
export function instantShowing(date: string, time: string, zone: string): number {
  const wanted = `${date} ${time}`;
  const shows = (millis: number) => {
    const { date: day, time: clock } = shownAt(millis, zone);
    return `${day} ${clock}`;
  };
  // No clock is farther than 14 hours from UTC: first by hours, then by minutes.
  let at = Date.parse(`${wanted.replace(" ", "T")}:00Z`) - 15 * 60 * MINUTE;
  while (shows(at + 60 * MINUTE) < wanted) at += 60 * MINUTE;
  while (shows(at) < wanted) at += MINUTE;
  return at;
}

export const dayPlus = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** 1 for Monday to 7. */
export const weekdayOn = (date: string): number => shownAt(Date.parse(`${date}T12:00:00Z`), "UTC").weekday;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const two = "2-digit";
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}
