import ICAL from "ical.js";
import { isAddress, sameAddress } from "@/lib/domain/address";
import type { InvitationAnswer } from "@/lib/domain/invitation-answer";
import { calendarLine } from "./calendar-line";
import { calendarInstant } from "./calendar-time";
import { firstOfCalendar, type CalendarFile, type CalendarPart } from "./calendar-part";

type Answering = {
  /** The mailbox that was invited. */
  address: string;
  answer: InvitationAnswer;
  /** What the organiser is told with it; "" for nothing. */
  comment: string;
  at: Date;
};

/**
 * The answer to an invitation as a calendar of its own (RFC 5546 §3.2.3): METHOD:REPLY, the one ATTENDEE who answers as he was
 * invited, and what says which meeting it is (UID, SEQUENCE, RECURRENCE-ID, ORGANIZER), as it came. Of all else only what a reader
 * shows (SUMMARY, DTSTART, DTEND) goes along.
 * @returns null when there is no invitation to this address that can be answered
 */
export const invitationReply = (files: readonly CalendarFile[], answering: Answering): string | null =>
  firstOfCalendar(files, (part) => replyTo(part, answering));

function replyTo(invited: CalendarPart, { address, answer, comment, at }: Answering): string | null {
  const { event } = invited;
  const attendee = event.getAllProperties("attendee").find((each) => sameAddress(addressOf(each), address));
  const organiser = event.getFirstProperty("organizer");
  const uid = calendarLine(event.getFirstPropertyValue("uid"), MAX_UID);
  if (!attendee || !organiser || !isAddress(addressOf(organiser)) || uid === "") return null;
  const times = TIMES.flatMap((name) => timeOf(invited, name) ?? []);
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  const title = calendarLine(event.getFirstPropertyValue("summary"), MAX_TEXT);

  const reply = new ICAL.Component("vevent");
  reply.addPropertyWithValue("uid", uid);
  reply.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(at, true));
  if (Number.isInteger(sequence) && sequence >= 0) reply.addPropertyWithValue("sequence", sequence);
  for (const time of times) reply.addProperty(time);
  if (title) reply.addPropertyWithValue("summary", title);
  reply.addProperty(personOf("organizer", organiser));
  reply.addProperty(personOf("attendee", attendee, { partstat: answer.toUpperCase() }));
  if (comment) reply.addPropertyWithValue("comment", comment);
  return `${calendarOf(reply, zonesOf(invited.calendar, times)).toString()}\r\n`;
}

const MAX_UID = 2_000;
const MAX_TEXT = 300;
const MAX_ZONE = 20_000;
/** Which of a series it is comes first. DURATION is left out: who organises knows how long it takes. */
const TIMES = ["recurrence-id", "dtstart", "dtend"] as const;

function calendarOf(event: ICAL.Component, zones: ICAL.Component[]): ICAL.Component {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", "-//Threadwell//Threadwell//EN");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("method", "REPLY");
  for (const each of [...zones, event]) calendar.addSubcomponent(each);
  return calendar;
}

/**
 * As it was written: the same value in the same zone. Of a zone that the calendar does not describe it becomes an instant, but for what
 * names one of a series: its organiser looks for that very name. What is no time is left out.
 */
function timeOf({ calendar, event }: CalendarPart, name: (typeof TIMES)[number]): ICAL.Property | null {
  const property = event.getFirstProperty(name);
  if (!property || !(property.getFirstValue() instanceof ICAL.Time)) return null;
  const [, , type, value] = property.toJSON() as [string, unknown, string, unknown];
  const tzid = calendarLine(property.getFirstParameter("tzid"), MAX_TEXT);
  if (tzid && name !== "recurrence-id" && !isDescribed(calendar, tzid)) return instantOf(name, property, calendar);
  const range = property.getFirstParameter("range") === "THISANDFUTURE" ? { range: "THISANDFUTURE" } : {};
  return new ICAL.Property([name, { ...(tzid ? { tzid } : {}), ...range }, type, value]);
}

const isDescribed = (calendar: ICAL.Component, tzid: string): boolean =>
  calendar.getAllSubcomponents("vtimezone").some((zone) => String(zone.getFirstPropertyValue("tzid")) === tzid);

function instantOf(name: string, property: ICAL.Property, calendar: ICAL.Component): ICAL.Property | null {
  const at = calendarInstant(property, calendar)?.at;
  if (!at) return null;
  const instant = new ICAL.Property(name);
  instant.setValue(ICAL.Time.fromJSDate(new Date(at), true));
  return instant;
}

/** The descriptions of the zones that the times name (RFC 5545 §3.2.19), as far as they came and are of a bearable size. */
function zonesOf(calendar: ICAL.Component, times: ICAL.Property[]): ICAL.Component[] {
  const named = new Set(times.map((time) => time.getFirstParameter("tzid")).filter(Boolean));
  return calendar
    .getAllSubcomponents("vtimezone")
    .filter((zone) => named.delete(String(zone.getFirstPropertyValue("tzid"))))
    .filter((zone) => zone.toString().length <= MAX_ZONE)
    .map((zone) => new ICAL.Component(structuredClone(zone.toJSON()) as unknown[]));
}

const addressOf = (property: ICAL.Property): string =>
  calendarLine(property.getFirstValue(), 320).replace(/^mailto:/iu, "");

function personOf(name: "organizer" | "attendee", from: ICAL.Property, more: Record<string, string> = {}) {
  const property = new ICAL.Property(name);
  for (const [key, value] of Object.entries(more)) property.setParameter(key, value);
  // Quotes would hold these signs together, and yet not every reader minds quotes.
  const cn = calendarLine(from.getFirstParameter("cn"), MAX_TEXT).replace(/[";:]/gu, " ");
  if (cn) property.setParameter("cn", cn);
  property.setValue(`mailto:${addressOf(from)}`);
  return property;
}
