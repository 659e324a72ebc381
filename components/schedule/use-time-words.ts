import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { bothClocks, clockOf } from "@/components/composer/clock-words";
import { useViewer } from "@/components/inbox/viewer";
import { dateFormat } from "@/lib/domain/date-format";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { theirZone } from "./item-state";

/** Times of the calendar in words: on the viewer's clock, and on both where a lead's is known. */
export function useTimeWords() {
  const t = useTranslations("schedule");
  const locale = useLocale();
  const { viewer, now } = useViewer();
  return useMemo(() => {
    const ours = viewer.timeZone;
    const day = (date: string, options: Intl.DateTimeFormatOptions) =>
      dateFormat(locale, { timeZone: "UTC", ...options }).format(new Date(`${date}T00:00:00Z`));
    const both = (at: Date, clock: ScheduleItem["clock"]) =>
      bothClocks(at, { theirs: theirZone(clock), ours }, now, locale);
    return {
      /** "11:00", the viewer's. */
      clock: (at: string | Date) => clockOf(new Date(at), ours, locale),
      both,
      /** "Thu 19 Nov, 09:10 in Izmir, 06:10 yours". */
      spoken: (at: Date, clock: ScheduleItem["clock"]) => {
        const { first, isTheirs, second } = both(at, clock);
        const theirs = isTheirs ? t("timeIn", { time: first.full, place: first.place }) : first.full;
        if (!second) return theirs;
        return `${theirs}, ${t("timeYours", { time: second.day === first.day ? second.clock : second.full })}`;
      },
      /** "Thursday 19 November" of a day. */
      longDay: (date: string) => day(date, { weekday: "long", day: "numeric", month: "long" }),
      /** "Thu" and "19". */
      weekday: (date: string) => day(date, { weekday: "short" }).replace(".", ""),
      dayOfMonth: (date: string) => String(Number(date.slice(8))),
      shortDay: (date: string) => day(date, { day: "numeric", month: "short" }),
      month: (date: string) => day(date, { month: "long", year: "numeric" }),
      /** "16 to 22 November", as the language writes a range. */
      range: (from: string, to: string) =>
        dateFormat(locale, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" })
          .formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
          // Browser and server do not write the same kind of space around the dash.
          .replace(/\s/g, " "),
    };
  }, [t, locale, viewer.timeZone, now]);
}
