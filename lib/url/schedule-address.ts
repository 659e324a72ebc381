import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { isDay } from "@/lib/domain/wall-time";

export const SCHEDULE_VIEWS = ["day", "week", "month", "agenda"] as const;
export type ScheduleView = (typeof SCHEDULE_VIEWS)[number];

export const LANE_KINDS = ["mailboxes", "people"] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** How the calendar stands in the address. `date` is a day of the viewer's (YYYY-MM-DD), today without one; `open` the thread beside it. */
export const scheduleParsers = {
  view: parseAsStringLiteral(SCHEDULE_VIEWS).withDefault("week"),
  date: parseAsString,
  lanes: parseAsStringLiteral(LANE_KINDS).withDefault("mailboxes"),
  open: parseAsInteger,
};

export const loadScheduleAddress = createLoader(scheduleParsers);

/** The day that an address shows: the one it names, else today. */
export const shownDate = (named: string | null, today: string): string =>
  named && /^[12]/.test(named) && isDay(named) ? named : today;
