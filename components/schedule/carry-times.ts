import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { addDays, instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import type { LaneKind } from "@/lib/url/schedule-address";
import type { Carried, Carry } from "./carry-store";
import { theirZone, zoneOfItem } from "./item-state";
import { laneOfItem, NOBODY } from "./lanes-of";

/** When something is planned for a thread of which nobody has said a time. */
const FIRST_TIME = "09:00";

/** The lane that what is carried belongs to. */
export function homeOf({ item, thread }: Carried, by: LaneKind, viewerId: string): string {
  if (item) return laneOfItem(item, by, viewerId);
  return by === "mailboxes" ? thread.mailboxId : (thread.assignee?.id ?? NOBODY);
}

const QUARTER_MS = 15 * 60_000;

/** A thread answers from its mailbox and from no other, and what is planned always has a person: its author, where nobody has the thread. */
export const isLaneRefused = ({ item, home, over }: Pick<Carry, "item" | "home" | "over">, by: LaneKind): boolean =>
  over !== home && (by === "mailboxes" || (item !== null && over === NOBODY));

/** When an item stands on the viewer's clocks: what takes a whole day at its noon, which no change of clocks takes to another. */
export function instantOfItem({ at, isAllDay }: Pick<ScheduleItem, "at" | "isAllDay">, ours: string): Date {
  return (isAllDay ? instantOf({ date: at.slice(0, 10), time: "12:00" }, ours)?.instant : null) ?? new Date(at);
}

/** Whether it would stand where it was, or before now; of what takes a whole day the day alone counts. */
export function wherePut({ item, from }: Carry, at: Date, now: Date, ours: string): "same" | "past" | "ahead" {
  const isDay = item?.isAllDay === true;
  const read = (when: Date) => (isDay ? Date.parse(wallTimeOf(when, ours).date) : when.getTime());
  if (from !== null && read(at) === read(new Date(from))) return "same";
  return read(at) < read(now) || (!isDay && at <= now) ? "past" : "ahead";
}

/**
 * Where it begins: an item at its time, one that is overdue at the next quarter of an hour or today, a thread tomorrow morning where the
 * lead is.
 */
export function firstTimeOf(carried: Carried, ours: string, now: Date): Date | null {
  if (carried.item?.isAllDay) {
    const day = wallTimeOf(now, ours).date;
    const own = carried.item.at.slice(0, 10);
    return instantOfItem({ at: own > day ? own : day, isAllDay: true }, ours);
  }
  if (carried.item) {
    const at = new Date(carried.item.at);
    return at > now ? at : new Date((Math.floor(now.getTime() / QUARTER_MS) + 1) * QUARTER_MS);
  }
  const zone = zoneOfCarried(carried, ours);
  const date = addDays(wallTimeOf(now, zone).date, 1);
  return instantOf({ date, time: FIRST_TIME }, zone)?.instant ?? null;
}

/** Some days on or back from where it is, at the same time of its own clock: a change of clocks moves nothing. */
export function daysLater(carry: Carry, at: number, days: number, ours: string): number {
  const zone = zoneOfCarried(carry, ours);
  const { date, time } = wallTimeOf(new Date(at), zone);
  return instantOf({ date: addDays(date, days), time }, zone)?.instant.getTime() ?? at;
}

/** On a day of the viewer's, at the same time of its own clock, whose date there may be another. */
export function onDay(carry: Carry, date: string, ours: string): number | null {
  const at = onOwnDay(carry, date, ours);
  return at === null ? null : daysLater(carry, at, daysBetween(wallTimeOf(new Date(at), ours).date, date), ours);
}

/** On that date of its own clock, or as many days from where it was as the two dates are apart. */
function onOwnDay(carry: Carry, date: string, ours: string): number | null {
  if (carry.from === null) {
    const zone = zoneOfCarried(carry, ours);
    return instantOf({ date, time: FIRST_TIME }, zone)?.instant.getTime() ?? null;
  }
  const days = daysBetween(wallTimeOf(new Date(carry.from), ours).date, date);
  return daysLater(carry, carry.from, days, ours);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export function zoneOfCarried({ item, thread }: Carried, ours: string): string {
  if (!item) return theirZone(thread.clock) ?? ours;
  return item.isAllDay ? ours : zoneOfItem(item, ours);
}
