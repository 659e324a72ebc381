import { useFormatter, useLocale, useTranslations } from "next-intl";
import { dateFormat } from "@/lib/domain/date-format";
import { type SpokenTime, spokenWallTime, spokenWorkingTime } from "@/lib/domain/insights/spoken-time";

/** Times, shares and days of figures in words. */
export function useFigureWords() {
  const t = useTranslations("insights");
  const locale = useLocale();
  const format = useFormatter();
  const day = (date: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: "UTC", ...options })
      .format(new Date(`${date}T00:00:00Z`))
      .replace("Sept", "Sep");
  const said = (time: SpokenTime): string =>
    time.name === "hours"
      ? t("duration.hours", { hours: time.hours, minutes: String(time.minutes).padStart(2, "0") })
      : t(`duration.${time.name}`, time);
  return {
    /** "26 min", "1 h 14", "3.5 working days". */
    workingTime: (ms: number | null): string => (ms === null ? t("duration.none") : said(spokenWorkingTime(ms))),
    /** "26 min", "1 h 14", "2 d 4 h". */
    wallTime: (ms: number | null): string => (ms === null ? t("duration.none") : said(spokenWallTime(ms))),
    percent: (part: number, whole: number): string =>
      t("percent", { share: format.number(shareOf(part, whole) * 100, { maximumFractionDigits: 1 }) }),
    number: (value: number): string => format.number(value, { maximumFractionDigits: 1 }),
    shortDay: (date: string) => day(date, { day: "numeric", month: "short" }),
    longDay: (date: string) => day(date, { weekday: "short", day: "numeric", month: "short" }),
    /** "Mon" for 1; 2 November 2026 was one. */
    weekday: (weekday: number) => day(`2026-11-0${weekday + 1}`, { weekday: "short" }).replace(".", ""),
  };
}

export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
