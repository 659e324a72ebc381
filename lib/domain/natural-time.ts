import { casual as german } from "chrono-node/de";
import { GB as english } from "chrono-node/en";
import type { ParsedComponents } from "chrono-node";
import { withNamedMonths } from "./day-order";
import { timeIn, withoutDayPart } from "./natural-time-parts";
import {
  bareHour,
  isAboutThePast,
  isPartOfDay,
  minutesToWait,
  plainWords,
  withMonth,
  withoutBusinessDays,
  withoutClockOwner,
  withoutComing,
  withoutFillers,
  withoutWeeks,
} from "./natural-time-words";
import { businessDayAfter, isWeekend, type FreeDay } from "./schedule-presets";
import { addDays, instantOf, placeOf, wallTimeOf, weekdayOf, type ClockChange } from "./wall-time";

/** What a text in natural words comes to, or why it comes to nothing. `no_zone`: their time is meant and their zone is not known. */
export type NaturalTime =
  | { state: "read"; instant: Date; zone: string; change: ClockChange }
  | { state: "empty" | "unreadable" | "past" | "no_zone" };

/**
 * `isOurs`: ours is meant where the words name no clock. `isFree`: the days that are no business days, Saturdays and Sundays without
 * it. `isMonthFirst`: "12/1" is in December.
 */
export type Clocks = {
  now: Date;
  theirs: string | null;
  ours: string;
  isOurs?: boolean;
  isFree?: FreeDay;
  isMonthFirst?: boolean;
};

const MINUTE = 60_000;
const MAX_BUSINESS_DAYS = 1000;

/**
 * Reads "tomorrow 9am their time", "next tue 9:10", "in 2 hours", "in 3 business days", "fri 14:00 my time", "monday in 2 weeks",
 * "friday eod", and the basics of German. Their clock is meant unless ours is named (or `isOurs`); a wall time that a clock change skips or repeats is
 * treated as in `instantOf`. Hours are counted on the instant, days on the calendar of the zone.
 */
export function readNaturalTime(text: string, clocks: Clocks): NaturalTime {
  const { now, theirs, ours, isOurs = false, isFree = isWeekend, isMonthFirst = false } = clocks;
  const said = plainWords(text);
  if (said === "") return { state: "empty" };
  const { rest, owner } = withoutClockOwner(said, { theirs: theirs && placeOf(theirs), ours: placeOf(ours) });
  if (owner === "theirs" && !theirs) return { state: "no_zone" };
  const zone = owner === "ours" || (isOurs && owner === null) ? ours : (theirs ?? ours);
  const minutes = minutesToWait(rest);
  if (minutes !== null) return afterMinutes(minutes, zone, now);
  if (isAboutThePast(rest)) return { state: "past" };
  const spokenIn = (order: boolean) => dayAndTime(withNamedMonths(rest, order), wallTimeOf(now, zone).date, isFree);
  // A weekday beside it may be that of the other order alone.
  const spoken = spokenIn(isMonthFirst) ?? spokenIn(!isMonthFirst);
  return spoken ? resolve(spoken, zone, now) : { state: "unreadable" };
}

/** What days in figures come to with day and month the other way round, where that is another time; null where there is one reading. */
export function otherOrder(
  text: string,
  { isMonthFirst = false, ...clocks }: Clocks,
): Extract<NaturalTime, { state: "read" }> | null {
  const [first, other] = [isMonthFirst, !isMonthFirst].map((order) =>
    readNaturalTime(text, { ...clocks, isMonthFirst: order }),
  );
  if (other?.state !== "read") return null;
  return first?.state === "read" && first.instant.getTime() === other.instant.getTime() ? null : other;
}

function afterMinutes(minutes: number, zone: string, now: Date): NaturalTime {
  const instant = new Date(Math.ceil((now.getTime() + minutes * MINUTE) / MINUTE) * MINUTE);
  if (Number.isNaN(instant.getTime())) return { state: "unreadable" };
  return minutes > 0 ? { state: "read", instant, zone, change: "none" } : { state: "past" };
}

/** A day and a clock's time as they were said. `again`: when the day may come later than first thought; `offset` in minutes from UTC. */
type Spoken = {
  date: string;
  time: string;
  again: "next day" | "next week" | "next year" | "never";
  offset: number | null;
};

type Day = Pick<Spoken, "date" | "again">;

function dayAndTime(text: string, today: string, isFree: FreeDay): Spoken | null {
  const { rest: withPart, days } = withoutBusinessDays(text);
  const { rest: withWeeks, part } = withoutDayPart(withPart);
  const { rest: withComing, weeks } = withoutWeeks(withWeeks);
  const { rest: withDay, isComing } = withoutComing(withComing);
  const rest = withMonth(withDay, today);
  const found = dateIn(rest, today);
  const left = found ? found.left : withoutFillers(rest);
  const hour = bareHour(left);
  // What is not understood may change what was meant: nothing is guessed over it.
  if ((left !== "" && !hour) || (hour && found?.time) || (days !== null && found?.day)) return null;
  if (!found && days === null && !part && !hour) return null;
  const isWeekday = found?.day?.again === "next week";
  if ((weeks !== null || isComing) && !isWeekday) return null;
  const meant = timeIn(part, found?.time ?? hour, found?.isExact ?? false);
  if (!meant) return null;
  const { time, isNextDay } = meant;
  const businessDay = days === null ? null : businessDayAfter(today, Math.min(days, MAX_BUSINESS_DAYS), isFree);
  const said: Day = businessDay
    ? { date: businessDay, again: "never" }
    : (found?.day ?? { date: today, again: "next day" });
  const day = ahead(said, { weeks, isComing }, today);
  return { ...(isNextDay ? nightAfter(day, today) : day), time, offset: found?.offset ?? null };
}

/** Weeks are counted from the next such weekday, and the coming one is not today. */
function ahead(said: Day, { weeks, isComing }: { weeks: number | null; isComing: boolean }, today: string): Day {
  if (weeks !== null) return { date: addDays(said.date, 7 * weeks), again: "never" };
  return isComing && said.date === today ? { ...said, date: addDays(today, 7) } : said;
}

/** The hours after midnight of a day's night; those of tonight may have begun. */
function nightAfter({ date, again }: Day, today: string): Day {
  const isTonight = date === today && (again === "next day" || again === "never");
  return isTonight ? { date, again: "next day" } : { date: addDays(date, 1), again };
}

function resolve({ date, time, again, offset }: Spoken, zone: string, now: Date): NaturalTime {
  const first = at(date, time, offset, zone);
  if (!first) return { state: "unreadable" };
  if (first.instant > now) return { state: "read", zone, ...first };
  const next = {
    "next day": addDays(date, 1),
    "next week": addDays(date, 7),
    "next year": yearLater(date),
    never: null,
  };
  const second = next[again] && at(next[again], time, offset, zone);
  return second && second.instant > now ? { state: "read", zone, ...second } : { state: "past" };
}

function at(date: string, time: string, offset: number | null, zone: string) {
  const found = instantOf({ date, time }, offset === null ? zone : "UTC");
  return found && offset !== null ? { ...found, instant: new Date(found.instant.getTime() - offset * MINUTE) } : found;
}

type Found = {
  /** What is left of the text beside the date. */
  left: string;
  day: Day | null;
  time: string | null;
  /** Said with am or pm. */
  isExact: boolean;
  offset: number | null;
};

/**
 * The one date that the text holds, in English or German. It is read against a noon of the machine's own calendar, of which
 * only days are taken: noon exists on every day of every zone, so the machine's clock changes do not reach the result.
 */
function dateIn(text: string, today: string): Found | null {
  if (isPartOfDay(text)) return null;
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const noon = new Date(year, month - 1, day, 12);
  const readings = [english, german].flatMap((reader) => {
    const results = reader.parse(text, noon);
    const [only] = results;
    if (!only || results.length > 1 || only.end) return [];
    // Hours are counted on the instant, and here they would be counted from noon.
    if (only.start.tags().has("result/relativeDateAndTime")) return [];
    return [{ start: only.start, left: withoutFillers(text.replace(only.text, " ")) }];
  });
  const best = readings.find(({ left }) => left === "") ?? readings.find(({ left }) => bareHour(left));
  if (!best) return null;
  const { start, left } = best;
  const found = dayOf(start, today);
  // A weekday that the date is not: one of them was not meant.
  if (found && isNamedDay(start) && !isWeekdayOf(start, found.date)) return null;
  return {
    left,
    day: found,
    time: start.isCertain("hour") ? `${two(start.get("hour"))}:${two(start.get("minute"))}` : null,
    isExact: start.isCertain("meridiem"),
    offset: start.isCertain("timezoneOffset") ? start.get("timezoneOffset") : null,
  };
}

/** A weekday is the next one, a day without a year the next such day; everything else is the very day. */
function dayOf(start: ParsedComponents, today: string): Found["day"] {
  const date = `${String(start.get("year")).padStart(4, "0")}-${two(start.get("month"))}-${two(start.get("day"))}`;
  if (start.isCertain("day") || start.isCertain("month")) {
    if (start.isCertain("year")) return { date, again: "never" };
    const next = (date < today && yearLater(date)) || date;
    // With its weekday it is of one year alone.
    if (isNamedDay(start)) return { date: isWeekdayOf(start, date) ? date : next, again: "never" };
    return { date: next, again: "next year" };
  }
  // A year or a quarter alone is a day too; a time alone is not.
  if (!start.isCertain("weekday")) return date === today ? null : { date, again: "never" };
  return { date: date < today ? addDays(date, 7) : date, again: "next week" };
}

/** A day of the month with its weekday. */
const isNamedDay = (start: ParsedComponents): boolean => start.isCertain("weekday") && start.isCertain("day");

const isWeekdayOf = (start: ParsedComponents, date: string): boolean => weekdayOf(date) % 7 === start.get("weekday");

/** Null for 29 February, which the next year does not have. */
function yearLater(date: string): string | null {
  const [year, ...rest] = date.split("-");
  const later = [String(Number(year) + 1).padStart(4, "0"), ...rest].join("-");
  return rest.join("-") === "02-29" ? null : later;
}

const two = (figure: number | null): string => String(figure ?? 0).padStart(2, "0");
