import type { MailboxLane } from "@/lib/domain/schedule-item";
import { addDays, instantOf, weekdayOf } from "@/lib/domain/wall-time";
import type { AxisDay, LaneAxis } from "./lane-axis";

export type Gap = { left: number; width: number };

/** The parts of a lane, in px, in which its mailbox sends nothing by itself; of a lane without a mailbox the weekends. */
export function windowGaps({ days, hours, zone }: LaneAxis, mailbox: MailboxLane | null): Gap[] {
  if (mailbox && !mailbox.window) return [];
  return days.flatMap((day) => {
    if (!mailbox) return weekdayOf(day.date) > 5 ? [{ left: day.left, width: day.width }] : [];
    const start = hourOf(day.date, hours.from, zone);
    const end = hourOf(day.date, hours.to, zone);
    return between(openSpans(day.date, mailbox), start, end).map(([from, to]) => ({
      left: day.left + partOf(from, start, end) * day.width,
      width: partOf(to - from, 0, end - start) * day.width,
    }));
  });
}

/** The windows of the days around one, since the mailbox's clocks may stand elsewhere than the viewer's. */
function openSpans(date: AxisDay["date"], { window, timeZone }: MailboxLane): [number, number][] {
  if (!window) return [];
  return [-1, 0, 1].flatMap((by) => {
    const day = addDays(date, by);
    const from = instantOf({ date: day, time: window.start }, timeZone);
    const to = instantOf({ date: day, time: window.end }, timeZone);
    return from && to && window.days.includes(weekdayOf(day)) ? [[from.instant.getTime(), to.instant.getTime()]] : [];
  });
}

/** What is left of a span when others are taken out of it. */
function between(spans: [number, number][], start: number, end: number): [number, number][] {
  const gaps: [number, number][] = [];
  let at = start;
  for (const [from, to] of spans) {
    if (from > at) gaps.push([at, Math.min(from, end)]);
    at = Math.max(at, to);
    if (at >= end) break;
  }
  if (at < end) gaps.push([at, end]);
  return gaps.filter(([from, to]) => to > from);
}

function hourOf(date: string, hour: number, zone: string): number {
  const day = hour === 24 ? addDays(date, 1) : date;
  return instantOf({ date: day, time: `${String(hour % 24).padStart(2, "0")}:00` }, zone)?.instant.getTime() ?? NaN;
}

const partOf = (at: number, from: number, to: number): number => (at - from) / (to - from);
