import type { DayCapacity, Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import { dateOfItem, foremost, type ItemState, itemStateOf } from "./item-state";

/** What a day of a month shows: a few by name, the rest as figures. */
export type MonthDay = {
  date: string;
  items: ScheduleItem[];
  named: ScheduleItem[];
  figures: { state: (typeof FIGURES)[number]; count: number }[];
  used: number;
  /** What all mailboxes together may send; null where one may send any number. */
  cap: number | null;
};

const MOST_NAMED = 3;
const FIGURES = [
  "sent",
  "dropped",
  "certain",
  "if_no_reply",
  "task",
  "reminder",
  "snooze",
  "return",
  "meeting",
] as const;

/** The days of a schedule as a month shows them, by date. */
export function monthDays(schedule: Schedule, dates: string[], zone: string): MonthDay[] {
  const byDate = Map.groupBy(schedule.items, (item) => dateOfItem(item, zone));
  const capacity = Map.groupBy(schedule.capacity, ({ date }) => date);
  // What leaves nothing that day may send as well.
  const caps = schedule.mailboxes.map(({ dailyCap }) => dailyCap);
  const cap = caps.includes(null) ? null : caps.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return dates.map((date) => ({ ...monthDay(date, inDay(byDate.get(date)), capacity.get(date) ?? []), cap }));
}

/** What takes the whole day comes first, as in the lanes, whichever clock it is looked at on; then by time. */
const inDay = (items: ScheduleItem[] = []): ScheduleItem[] =>
  items.toSorted((a, b) => Number(b.isAllDay) - Number(a.isAllDay));

function monthDay(date: string, items: ScheduleItem[], capacity: DayCapacity[]): Omit<MonthDay, "cap"> {
  const named = foremost(items, MOST_NAMED);
  const counts = new Map<ItemState, number>();
  for (const item of items) {
    if (named.includes(item)) continue;
    const state = itemStateOf(item);
    const figure = FIGURES.find((each) => each === state) ?? "certain";
    counts.set(figure, (counts.get(figure) ?? 0) + 1);
  }
  return {
    date,
    items,
    named,
    figures: FIGURES.flatMap((state) => (counts.has(state) ? [{ state, count: counts.get(state)! }] : [])),
    used: capacity.reduce((sum, { used }) => sum + used, 0),
  };
}
