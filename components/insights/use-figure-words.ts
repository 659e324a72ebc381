import { useFormatter, useLocale, useTranslations } from "next-intl";
import { dateFormat } from "@/lib/domain/date-format";

const MINUTE = 60_000;

/** Times, shares and days of figures in words. */
export function useFigureWords() {
  const t = useTranslations("insights");
  const locale = useLocale();
  const format = useFormatter();
  const day = (date: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: "UTC", ...options })
      .format(new Date(`${date}T00:00:00Z`))
      .replace("Sept", "Sep");
  return {
    /** "26 min", "1 h 14", "2 d 4 h". */
    duration: (ms: number | null): string => {
      if (ms === null) return t("duration.none");
      const minutes = Math.round(ms / MINUTE);
      if (minutes < 1) return t("duration.underMinute");
      if (minutes < 60) return t("duration.minutes", { minutes });
      if (minutes < 24 * 60)
        return t("duration.hours", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
      const hours = Math.round(minutes / 60);
      return t("duration.days", { days: Math.floor(hours / 24), hours: hours % 24 });
    },
    percent: (part: number, whole: number): string =>
      t("percent", { share: format.number(shareOf(part, whole) * 100, { maximumFractionDigits: 1 }) }),
    number: (value: number): string => format.number(value),
    shortDay: (date: string) => day(date, { day: "numeric", month: "short" }),
    longDay: (date: string) => day(date, { weekday: "short", day: "numeric", month: "short" }),
    /** "Mon" for 1; 2 November 2026 was one. */
    weekday: (weekday: number) => day(`2026-11-0${weekday + 1}`, { weekday: "short" }).replace(".", ""),
  };
}

export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
