import { useLocale } from "next-intl";
import { isMonthFirst } from "@/lib/domain/day-order";

/** Whether the person writes the month before the day in figures. On the server nothing is typed yet. */
export function useMonthFirst(): boolean {
  const locale = useLocale();
  return isMonthFirst(locale, typeof navigator === "undefined" ? locale : navigator.language);
}
