import { dateFormat } from "@/lib/domain/date-format";
import { addDays, wallTimeOf } from "@/lib/domain/wall-time";

const DAY_MS = 86_400_000;

export type DateWords = ReturnType<typeof dateWords>;

/** Writes times as one viewer reads them. No relative times: a date is meant where a date stands. */
export function dateWords(timeZone: string, locale: string, now: Date) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    // Made when it is first needed: each takes a moment.
    let written: Intl.DateTimeFormat | undefined;
    return (at: string) => {
      written ??= dateFormat(locale, { timeZone, ...options });
      return written.format(new Date(at)).replace(/\bSept\b/u, "Sep");
    };
  };
  const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = format({ weekday: "short" });
  const day = format({ day: "numeric", month: "short" });
  const dayOfYear = format({ day: "numeric", month: "short", year: "numeric" });
  const full = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const month = format({ month: "long", year: "numeric" });
  const today = wallTimeOf(now, timeZone).date;
  const dateOf = (at: string) => wallTimeOf(new Date(at), timeZone).date;
  const isThisYear = (at: string) => dateOf(at).slice(0, 4) === today.slice(0, 4);
  const date = (at: string) => (isThisYear(at) ? day(at) : dayOfYear(at));
  const distance = (at: string) => Math.abs(new Date(at).getTime() - now.getTime());
  return {
    clock,
    month,
    date,
    /** "09:42" today, "Mon 08:30" within six days, "3 Nov" in between, "3 Nov 2025" in another year. */
    short: (at: string) => {
      if (dateOf(at) === today) return clock(at);
      return distance(at) < 6 * DAY_MS ? `${weekday(at)} ${clock(at)}` : date(at);
    },
    /** The same, with the time also where the date is said. */
    precise: (at: string) => {
      if (dateOf(at) === today) return clock(at);
      return distance(at) < 6 * DAY_MS ? `${weekday(at)} ${clock(at)}` : `${date(at)}, ${clock(at)}`;
    },
    /** In a list under a day's heading the time is enough, under a month's the date. */
    inList: (at: string) => (dateOf(at) > addDays(today, -7) ? clock(at) : date(at)),
    heading: (at: string) => `${weekday(at)} ${date(at)}`,
    /** A day that is written "2026-11-03": "3 Nov". */
    day: (written: string) => {
      const isThisYear = written.slice(0, 4) === today.slice(0, 4);
      return dateFormat(locale, {
        timeZone: "UTC",
        day: "numeric",
        month: "short",
        ...(isThisYear ? {} : { year: "numeric" }),
      })
        .format(new Date(`${written}T00:00:00Z`))
        .replace(/\bSept\b/u, "Sep");
    },
    /** "Mon 30 Nov" of a day that is written "2026-11-30". */
    weekday: (written: string) =>
      dateFormat(locale, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" })
        .format(new Date(`${written}T00:00:00Z`))
        .replace(/\bSept\b/u, "Sep")
        .replace(/\.?,/, ""),
    /** "Thursday, 19 November 2026, 09:42:10" and the zone, for titles. */
    exact: (at: string) => `${full(at)}, ${second(at)} (${timeZone})`,
  };
}
