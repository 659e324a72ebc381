import ICAL from "ical.js";
import { canonicalAddress, isAddress } from "@/lib/domain/address";
import type { Invitation } from "@/lib/domain/invitation";
import type { Party } from "@/lib/domain/party";
import { calendarLine } from "./calendar-line";
import { firstOfCalendar, type CalendarFile, type CalendarPart } from "./calendar-part";
import { calendarInstant, calendarInstants, calendarZone } from "./calendar-time";

/**
 * What the first calendar part of a message invites to, cancels or answers (RFC 5545, RFC 5546); null when there is none that
 * can be read. Never throws. Nothing in it is trusted: texts are cut, and only zones with plain rules are computed.
 */
export const invitationOf = (files: readonly CalendarFile[]): Invitation | null => firstOfCalendar(files, readEvent);

const MAX_TITLE = 300;
const MAX_LINE = 500;
const MAX_TEXT = 5_000;
const MAX_ATTENDEES = 200;
const MAX_EXCEPTIONS = 200;

function readEvent(part: CalendarPart): Invitation {
  const { calendar, event } = part;
  const start = calendarInstant(event.getFirstProperty("dtstart"), calendar);
  const series = seriesOf(part);
  return {
    method: methodOf(calendar, event),
    uid: calendarLine(event.getFirstPropertyValue("uid"), MAX_LINE),
    title: calendarLine(event.getFirstPropertyValue("summary"), MAX_TITLE),
    location: calendarLine(event.getFirstPropertyValue("location"), MAX_LINE),
    description: lines(event.getFirstPropertyValue("description")),
    start: start?.at ?? null,
    end: start ? endOf(event, calendar, start) : null,
    isAllDay: start?.isDay ?? false,
    zone: start?.zone ?? calendarZone(calendar),
    organiser: partyOf(event.getFirstProperty("organizer")),
    attendees: attendeesOf(event),
    repeats: calendarLine(event.getFirstPropertyValue("rrule"), MAX_LINE) || null,
    ...(series ? { series } : {}),
  };
}

/** What the part tells of single ones of a series: those left out, those called off, those at another time, and those that come on top. */
function seriesOf({ calendar, event, others }: CalendarPart): Invitation["series"] {
  const instantOf = (from: ICAL.Component, name: string) => calendarInstant(from.getFirstProperty(name), calendar);
  const of = instantOf(event, "recurrence-id")?.at ?? null;
  if (of) return { of, without: [], moved: [] };
  if (!event.hasProperty("rrule") && !event.hasProperty("rdate")) return undefined;
  const uid = String(event.getFirstPropertyValue("uid"));
  const told = others
    .filter((other) => String(other.getFirstPropertyValue("uid")) === uid)
    .slice(0, MAX_EXCEPTIONS)
    .flatMap((other) => {
      const [one, start] = [instantOf(other, "recurrence-id"), instantOf(other, "dtstart")];
      return one && start ? [{ of: one.at, start, other }] : [];
    });
  const takesPlace = told.filter(({ other }) => methodOf(calendar, other) !== "cancel");
  const calledOff = told.filter((each) => !takesPlace.includes(each)).map((each) => each.of);
  const without = [...datesOf("exdate", event, calendar), ...calledOff];
  const moved = takesPlace.map(({ of: one, start, other }) => ({
    of: one,
    start: start.at,
    end: endOf(other, calendar, start),
    title: calendarLine(other.getFirstPropertyValue("summary"), MAX_TITLE),
  }));
  const isTold = new Set([...without, ...moved.map((each) => each.of)]);
  const added = addedOf(event, calendar).filter(({ start }) => !isTold.has(start));
  const single = [...moved, ...added];
  return without.length + single.length > 0 ? { of: null, without, moved: single } : undefined;
}

/** EXDATE and RDATE come as one line for each, or as a list of them in one. */
const datesOf = (name: "exdate" | "rdate", event: ICAL.Component, calendar: ICAL.Component): string[] =>
  event
    .getAllProperties(name)
    .slice(0, MAX_EXCEPTIONS)
    .flatMap((property) => calendarInstants(property, calendar))
    .slice(0, MAX_EXCEPTIONS);

/** Dates beside the rule (RDATE): each is as long as the first. */
function addedOf(event: ICAL.Component, calendar: ICAL.Component): NonNullable<Invitation["series"]>["moved"] {
  const start = calendarInstant(event.getFirstProperty("dtstart"), calendar);
  const end = start && endOf(event, calendar, start);
  const lasts = start && end ? Date.parse(end) - Date.parse(start.at) : null;
  const title = calendarLine(event.getFirstPropertyValue("summary"), MAX_TITLE);
  return [...new Set(datesOf("rdate", event, calendar))].map((at) => ({
    of: at,
    start: at,
    end: lasts === null ? null : new Date(Date.parse(at) + lasts).toISOString(),
    title,
  }));
}

const METHODS = ["request", "cancel", "reply", "counter", "publish"] as const;

function methodOf(calendar: ICAL.Component, event: ICAL.Component): Invitation["method"] {
  const isCancelled = /^cancelled$/iu.test(calendarLine(event.getFirstPropertyValue("status"), MAX_LINE));
  const named = calendarLine(calendar.getFirstPropertyValue("method"), MAX_LINE).toLowerCase();
  const method = METHODS.find((known) => known === named) ?? "publish";
  return isCancelled && method !== "reply" ? "cancel" : method;
}

type Start = NonNullable<ReturnType<typeof calendarInstant>>;

/** DTEND, else the start and DURATION, else the day itself; null when only the start is known. */
function endOf(event: ICAL.Component, calendar: ICAL.Component, start: Start): string | null {
  const end = calendarInstant(event.getFirstProperty("dtend"), calendar);
  if (end) return end.at >= start.at ? end.at : null;
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : start.isDay ? 86_400 : 0;
  return seconds > 0 && seconds < 1e9 ? new Date(Date.parse(start.at) + seconds * 1000).toISOString() : null;
}

function attendeesOf(event: ICAL.Component): Invitation["attendees"] {
  return event
    .getAllProperties("attendee")
    .slice(0, MAX_ATTENDEES)
    .flatMap((property) => {
      const party = partyOf(property);
      const answer = calendarLine(property.getFirstParameter("partstat"), 40).toLowerCase();
      return party ? [{ ...party, answer: ANSWERS.find((known) => known === answer) ?? ("waiting" as const) }] : [];
    });
}

const ANSWERS = ["accepted", "declined", "tentative"] as const;

function partyOf(property: ICAL.Property | null): Party | null {
  if (!property) return null;
  const value = calendarLine(property.getFirstValue(), 320).replace(/^mailto:/iu, "");
  const address = isAddress(value) ? canonicalAddress(value) : "";
  const name = calendarLine(property.getFirstParameter("cn"), MAX_TITLE);
  return address || name ? { name: name === address ? "" : name, address } : null;
}

const lines = (value: unknown): string =>
  asText(value)
    .slice(0, MAX_TEXT)
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{C}\n]+/gu, " ")
    .trim();

const asText = (value: unknown): string => (value === null || value === undefined ? "" : String(value as string));
