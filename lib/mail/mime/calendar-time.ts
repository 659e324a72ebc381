import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { instantOf, isZone } from "@/lib/domain/wall-time";

/** `at` is ISO 8601 in UTC, of a day its midnight; `zone` is the IANA name that it was written in, if it has one. */
type CalendarInstant = { at: string; isDay: boolean; zone: string | null };

/**
 * When a DTSTART or DTEND is. Zones are known by their IANA name, by Windows' name or by the calendar's own VTIMEZONE; a time of no zone
 * is of the calendar's (X-WR-TIMEZONE), else of UTC.
 */
export function calendarInstant(property: ICAL.Property | null, calendar: ICAL.Component): CalendarInstant | null {
  const time = property && timesOf(property)[0];
  return time ? instantOfTime(time, property, calendar) : null;
}

/** All instants of a property that may list many, as EXDATE does (ISO 8601 in UTC). */
export const calendarInstants = (property: ICAL.Property, calendar: ICAL.Component): string[] =>
  timesOf(property).flatMap((time) => instantOfTime(time, property, calendar)?.at ?? []);

function instantOfTime(time: ICAL.Time, property: ICAL.Property, calendar: ICAL.Component): CalendarInstant | null {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  if (Number.isNaN(wall) || time.year < 1970 || time.year > 9000) return null;
  if (time.isDate) return { at: new Date(wall).toISOString(), isDay: true, zone: null };
  const tzid = String(property.getFirstParameter("tzid") ?? "");
  const zone = tzid ? ianaOf(tzid) : null;
  if (zone) return { at: inZone(wall, zone), isDay: false, zone };
  if (time.zone === ICAL.Timezone.utcTimezone) return { at: new Date(wall).toISOString(), isDay: false, zone: null };
  const own = tzid ? ownZone(calendar, tzid) : null;
  if (own) return { at: new Date(wall - own.utcOffset(time) * 1000).toISOString(), isDay: false, zone: null };
  const general = calendarZone(calendar);
  return { at: general ? inZone(wall, general) : new Date(wall).toISOString(), isDay: false, zone: general };
}

/** What is no time makes the library throw where it is read. */
function timesOf(property: ICAL.Property): ICAL.Time[] {
  try {
    return property.getValues().filter((value) => value instanceof ICAL.Time);
  } catch {
    return [];
  }
}

/** The zone that a calendar names for the whole of it. */
export function calendarZone(calendar: ICAL.Component): string | null {
  const named = calendar.getFirstPropertyValue("x-wr-timezone");
  return typeof named === "string" ? ianaOf(named) : null;
}

/** "Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin" and "W. Europe Standard Time" are one zone. */
function ianaOf(tzid: string): string | null {
  const name = tzid.slice(0, 200).replace(/^"|"$/gu, "").trim();
  const path = /(?:^|\/)((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/+-]+)$/u.exec(
    name,
  );
  if (path?.[1] && isZone(path[1])) return path[1];
  const [windows] = findIana(name);
  if (windows && isZone(windows)) return windows;
  return /^(?:UTC|GMT|Etc\/[\w+-]+)$/u.test(name) && isZone(name) ? name : null;
}

function inZone(wall: number, zone: string): string {
  const [date = "", clock = ""] = new Date(wall).toISOString().split("T");
  const found = instantOf({ date, time: clock.slice(0, 5) }, zone);
  return (found?.instant ?? new Date(wall)).toISOString();
}

const MAX_RULES = 40;
/** Rules as zones have them. Others could go on for every second of four hundred years. */
const PLAIN_RULE = /^FREQ=YEARLY(?:;(?:INTERVAL|BYMONTH|BYDAY|BYMONTHDAY|UNTIL|COUNT|WKST)=[\w,+-]{1,80})*$/iu;

/** The calendar's own description of a zone, when it can be computed in no time. */
function ownZone(calendar: ICAL.Component, tzid: string): ICAL.Timezone | null {
  const component = calendar
    .getAllSubcomponents("vtimezone")
    .find((each) => String(each.getFirstPropertyValue("tzid")) === tzid);
  const parts = component?.getAllSubcomponents() ?? [];
  const rules = parts.flatMap((part) => part.getAllProperties("rrule").map((rule) => String(rule.getFirstValue())));
  const isPlain = parts.length > 0 && parts.length <= MAX_RULES && rules.every((rule) => PLAIN_RULE.test(rule));
  return component && isPlain ? new ICAL.Timezone({ component, tzid }) : null;
}
