import ical, { ICalEventTransparency } from "ical-generator";

export type CalendarEvent = {
  uid: string;
  start: Date;
  /** Null for what takes no time; of whole days the midnight after the last. */
  end: Date | null;
  isAllDay: boolean;
  summary: string;
  url: string;
  changedAt: Date;
  /** Whoever looks for a free hour finds none here. */
  isBusy: boolean;
};

type Calendar = { name: string; /** IANA */ zone: string; events: CalendarEvent[] };

const HOUR_SECONDS = 3_600;

/**
 * A calendar that programs subscribe to (RFC 5545; RFC 7986 for its name and how often to look). Instants are written in UTC, so that
 * no change of clocks moves them; the zone only says how its owner's clock stands. Equal events make an equal text: what
 * is stamped is when an event was changed, as RFC 5545 §3.8.7.2 has it for a calendar without a METHOD.
 */
export function writeCalendar({ name, zone, events }: Calendar): string {
  const calendar = ical({
    name,
    prodId: { company: "Threadwell", product: "Threadwell", language: "EN" },
    ttl: HOUR_SECONDS,
    x: { "X-WR-TIMEZONE": zone },
  });
  for (const { uid, start, end, isAllDay, summary, url, changedAt, isBusy } of events)
    calendar.createEvent({
      id: uid,
      start,
      end,
      allDay: isAllDay,
      summary,
      url,
      stamp: changedAt,
      lastModified: changedAt,
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  return `${calendar.toString()}\r\n`;
}
