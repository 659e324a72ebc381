import ICAL from "ical.js";
import type { ParsedAttachment } from "./parsed-message";

export type CalendarFile = Pick<ParsedAttachment, "contentType" | "fileName" | "content">;
/** A calendar (RFC 5545), the event in it that its message is about, and others that may be exceptions of its series. */
export type CalendarPart = { calendar: ICAL.Component; event: ICAL.Component; others: ICAL.Component[] };

/**
 * What `read` makes of the first calendar part among the files that can be read; null when there is none. Never throws: a part that
 * cannot be read, or that `read` throws for, stays a file that can be downloaded.
 */
export function firstOfCalendar<Found>(
  files: readonly CalendarFile[],
  read: (part: CalendarPart) => Found | null,
): Found | null {
  for (const file of files.filter(isCalendar).slice(0, MAX_PARTS)) {
    try {
      const part = partOf(textOf(file.content));
      const found = part && read(part);
      if (found) return found;
    } catch {
      // The next one is asked.
    }
  }
  return null;
}

const MAX_PARTS = 5;
const MAX_BYTES = 500_000;

const isCalendar = ({ contentType, fileName, content }: CalendarFile): boolean =>
  content.byteLength <= MAX_BYTES &&
  (/^(?:text\/calendar|application\/ics)$/iu.test(contentType) || /\.ics$/iu.test(fileName));

function partOf(source: string): CalendarPart | null {
  const calendar = new ICAL.Component(ICAL.parse(source) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent");
  // Of a series the whole comes before its exceptions.
  const event = events.find((each) => !each.hasProperty("recurrence-id")) ?? events[0];
  return event ? { calendar, event, others: events.filter((each) => each !== event) } : null;
}

function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}
