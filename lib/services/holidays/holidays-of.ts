import Holidays from "date-holidays";
import { addDays } from "@/lib/domain/wall-time";
import type { Holiday } from "@/lib/domain/schedule-item";

/**
 * The public holidays of a country (ISO 3166) from one day to another, both included ("2026-11-11"): those of the whole country on
 * which a whole day is free, one entry a day. Names are the country's own, or those in `language` where they are known. Empty for
 * a country of which nothing is known.
 */
export function holidaysOf(country: string, fromDate: string, toDate: string, language?: string): Holiday[] {
  const first = Number(fromDate.slice(0, 4));
  const last = Number(toDate.slice(0, 4));
  if (!(first >= KNOWN_YEARS.from && last <= KNOWN_YEARS.to && last - first <= MOST_YEARS)) return [];
  // What is moved off a weekend at the turn of a year, or lasts beyond it, belongs to the year beside.
  const years = Array.from({ length: last - first + 3 }, (_, ahead) => first - 1 + ahead);
  const found = years.flatMap((year) => holidaysOfYear(country, year, language));
  return found.filter(({ date }) => fromDate <= date && date <= toDate);
}

/** Islamic holidays are tabled for these years only. */
const KNOWN_YEARS = { from: 1971, to: 2075 };
const MOST_YEARS = 3;
const MOST_KEPT = 2000;
const HOUR = 3_600_000;

/** Computing a year takes some milliseconds of the processor, and one calendar asks for many leads' countries. */
const kept = new Map<string, Holiday[]>();

function holidaysOfYear(country: string, year: number, language: string | undefined): Holiday[] {
  const key = `${country} ${year} ${language ?? ""}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const computed = computeYear(country, year, language);
  kept.set(key, computed);
  return computed;
}

function computeYear(country: string, year: number, language: string | undefined): Holiday[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const found = new Holidays(country, { types: ["public"] }).getHolidays(year, language);
  const days = new Map<string, Holiday>();
  for (const { date, start, end, name } of found)
    for (const day of wholeDays(date.slice(0, 10), end.getTime() - start.getTime()))
      if (!days.has(day)) days.set(day, { date: day, country, name });
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** An Islamic holiday begins on the evening before the day that it is named by, and ends at noon: that day and whole ones count. */
function wholeDays(first: string, milliseconds: number): string[] {
  if (milliseconds < 20 * HOUR) return [];
  // A day of a clock change has 23 hours.
  const days = Math.max(1, Math.floor((milliseconds + 2 * HOUR) / (24 * HOUR)));
  return Array.from({ length: days }, (_, ahead) => addDays(first, ahead));
}
