import { languageOf } from "./locale";

/**
 * Whether a person writes the month before the day in figures, as in the USA, where "12/1" is the first of December. In English
 * the browser's language tells by its region (`browser` is a tag as "en-US"), since the app's own is that of no region; Germans
 * write the day first, whatever browser they have.
 */
export function isMonthFirst(locale: string, browser: string): boolean {
  return languageOf(locale) === "en" && orderOf(browser) === "month";
}

function orderOf(tag: string): string | undefined {
  try {
    const format = new Intl.DateTimeFormat(tag, { day: "numeric", month: "numeric", timeZone: "UTC" });
    return format.formatToParts(0).find(({ type }) => type === "day" || type === "month")?.type;
  } catch {
    return undefined;
  }
}

/** The day and month that two figures are: in the order that is meant, unless only the other one is a day. */
export function dayAndMonth(first: number, second: number, isMonthFirst: boolean): { day: number; month: number } {
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return month > 12 && day <= 12 ? { day: month, month: day } : { day, month };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** "12/1", "12/1/26" or "12-1-2026": without a year a dash stands between hours. */
const FIGURES = /(?<![\d.:/-])(\d{1,2})(?:\/(\d{1,2})(?! ?[ap]\.?m)|([/-])(\d{1,2})\3(\d{4}|\d\d))(?![\d.:/-])/gu;

/** A text in which the months of days in figures are named. Days with dots are German ones and stay. */
export function withNamedMonths(text: string, isMonthFirst: boolean): string {
  return text.replace(FIGURES, (said, first, alone, _, second, year) => {
    const { day, month } = dayAndMonth(Number(first), Number(alone ?? second), isMonthFirst);
    const name = MONTHS[month - 1];
    if (!name) return said;
    return `${day} ${name}${year ? ` ${year.length === 2 ? `20${year}` : year}` : ""}`;
  });
}
