const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** ISO 8601's longer years, which it wants a sign before. */
const LONG_YEAR = /^[+-]\d{6}-\d{2}-\d{2}T/i;
/** Within a day of it some clock on earth shows a year of five digits. */
const LATEST = Date.UTC(9999, 11, 31);

export type InstantProblem = "not_a_time" | "time_without_offset" | "year_out_of_range";

/**
 * Reads an ISO 8601 date and time that names its offset or Z, so that it means one instant whoever reads it.
 * Days and hours that do not exist are refused rather than rolled over, and so are years that are not of the four digits which
 * calendars and the database agree on.
 */
export function parseInstant(text: string): Date | InstantProblem {
  const parts = ISO.exec(text.trim());
  if (!parts && LONG_YEAR.test(text.trim())) return "year_out_of_range";
  if (!parts) return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? "time_without_offset" : "not_a_time";
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds(parts[7]));
  const read = new Date(wall);
  const exists =
    read.getUTCMonth() === month - 1 && read.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (year < 1000) return "year_out_of_range";
  if (!exists) return "not_a_time";
  const offset = parts[8];
  if (!offset) return "time_without_offset";
  const minutes = offsetMinutes(offset);
  if (minutes === null) return "not_a_time";
  const instant = new Date(wall - minutes * 60_000);
  return instant.getTime() > LATEST ? "year_out_of_range" : instant;
}

type Six = [number, number, number, number, number, number];

const milliseconds = (fraction: string | undefined): number => Math.floor(Number(`0.${fraction ?? 0}`) * 1000);

function offsetMinutes(offset: string): number | null {
  if (offset.toUpperCase() === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
