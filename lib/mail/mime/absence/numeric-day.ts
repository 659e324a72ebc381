/** How a writer orders a day in figures, as far as the message tells; null where it says nothing. */
export type NumericOrder = "day first" | "month first" | null;

/** What tells the order: the text in lower case, whether it is in English, and the hours that the writer's clock is from UTC (Date header). */
type Writer = { text: string; isEnglish: boolean; offsetMinutes: number | null };

const FIGURES = /(?<![\d/.:+-])(\d{1,2})([/-])(\d{1,2})(?:\2(?:\d{4}|\d{2}))?(?![\d/-])/gu;
const AMERICAN = /(?<!\p{L})(?:[ecmp][sd]?t|eastern|pacific)(?!\p{L})|\+1[\s(.-]/u;

/**
 * Whether days in figures begin with the month. Only the English of America does that: another day of the message that fits one
 * order alone decides, then the writer's clock (west of Greenwich by four hours or more) and other marks of America.
 */
export function numericOrderOf({ text, isEnglish, offsetMinutes }: Writer): NumericOrder {
  if (!isEnglish) return "day first";
  for (const [, first, , second] of text.matchAll(FIGURES)) {
    if (Number(first) > 12 && Number(second) <= 12) return "day first";
    if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) return "month first";
  }
  if (AMERICAN.test(text) || (offsetMinutes !== null && offsetMinutes <= -240 && offsetMinutes >= -600))
    return "month first";
  return offsetMinutes === null || offsetMinutes === 0 ? null : "day first";
}

/** A day written in figures, "3/12", "30.11.2026": day and month as the writer orders them; with points the day is always first. */
export function numericDay(
  [, first = "", sign, second = "", year]: RegExpExecArray,
  order: NumericOrder,
): { day: number; month: number; year: string | undefined } | null {
  const [one, two] = [Number(first), Number(second)];
  const isMonthFirst = sign !== "." && (order === "month first" ? one <= 12 : one <= 12 && two > 12);
  const [day, month] = isMonthFirst ? [two, one] : [one, two];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { day, month, year } : null;
}
