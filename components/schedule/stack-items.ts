import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { isPast, itemKey, itemStateOf, matters, titleOf, urgencyOf } from "./item-state";
import { type AxisDay, type LaneAxis, placeOfItem } from "./lane-axis";

const LETTER_PX = 6.4;
const TIME_PX = 62;
const MOST_PX = 168;
/** A time and the beginning of a name. */
const LEAST_PX = 80;
const GAP_PX = 6;

export type PlacedItem = { item: ScheduleItem; line: number; left: number; width: number; isFlipped: boolean };
/** A dashed line from one step of a chain to the next. */
export type ChainLine = { key: string; line: number; left: number; width: number };
export type Stack = { placed: PlacedItem[]; chains: ChainLine[]; lines: number; more: Map<string, ScheduleItem[]> };

/**
 * Puts the items of a lane into lines, so that no two lie over each other; the steps of a chain share one. What needs somebody comes
 * first, then who is back from leave, what has left last; what finds no line among `most` is counted by day.
 */
export function stackItems(items: ScheduleItem[], axis: LaneAxis, most: number): Stack {
  const taken: { left: number; right: number }[][] = [];
  const stack: Stack = { placed: [], chains: [], lines: 0, more: new Map() };
  for (const unit of unitsOf(items, axis)) {
    const left = Math.min(...unit.map((each) => each.start));
    const right = Math.max(...unit.map((each) => each.end));
    const free = taken.findIndex((line) =>
      line.every((each) => right + GAP_PX <= each.left || left >= each.right + GAP_PX),
    );
    const line = free >= 0 ? free : taken.length;
    if (line >= most) {
      for (const { item, day } of unit) stack.more.set(day, [...(stack.more.get(day) ?? []), item]);
      continue;
    }
    (taken[line] ??= []).push({ left, right });
    for (const { item, left: at, width, isFlipped } of unit)
      stack.placed.push({ item, line, left: at, width, isFlipped });
    stack.chains.push(...linesBetween(unit, line));
  }
  stack.lines = taken.length;
  // The order of the document is that of time, in which keys and readers go through it.
  stack.placed.sort((a, b) => a.item.at.localeCompare(b.item.at));
  return stack;
}

type Unit = {
  item: ScheduleItem;
  day: string;
  left: number;
  width: number;
  isFlipped: boolean;
  start: number;
  end: number;
}[];

function unitsOf(items: ScheduleItem[], axis: LaneAxis): Unit[] {
  const units = new Map<string, Unit>();
  for (const item of items) {
    const left = placeOfItem(axis, item);
    if (left === null) continue;
    const day = axis.days.findLast((each) => each.left <= left) ?? axis.days[0]!;
    const { width, isFlipped } = wordsBeside(left, widthOf(item), day, axis.width);
    const key = item.reply?.chain ? `chain:${item.reply.chain.id}` : itemKey(item);
    const unit = units.get(key) ?? [];
    unit.push({
      item,
      day: day.date,
      left,
      width,
      isFlipped,
      start: isFlipped ? left - width : left,
      end: isFlipped ? left : left + width,
    });
    units.set(key, unit);
  }
  const all = [...units.values()].map((unit) => unit.toSorted((a, b) => a.left - b.left)).flatMap(apart);
  return all.toSorted((a, b) => rankOf(a) - rankOf(b) || a[0]!.left - b[0]!.left);
}

/**
 * On which side of its mark an item's words stand, and how wide they may be: on their own day, where need be cut on the side with more
 * room. Only where that leaves nothing to read they stand after the mark, under the next day, and never under the day before.
 */
function wordsBeside(left: number, wanted: number, day: AxisDay, end: number): { width: number; isFlipped: boolean } {
  const before = left - day.left;
  const after = day.left + day.width - left;
  if (wanted <= after) return { width: wanted, isFlipped: false };
  if (wanted <= before) return { width: wanted, isFlipped: true };
  const widest = Math.max(before, after);
  if (widest >= LEAST_PX || left + widest >= end) return { width: widest, isFlipped: before > after };
  return { width: Math.min(wanted, end - left), isFlipped: false };
}

/** Steps that lie too close for one line are stacked like others. */
function apart(unit: Unit): Unit[] {
  const isClose = unit.some((each, index) => index > 0 && each.start < unit[index - 1]!.end + GAP_PX);
  return isClose ? unit.map((each) => [each]) : [unit];
}

function rankOf(unit: Unit): number {
  const mattering = unit.filter(({ item }) => matters(item)).map(({ item }) => urgencyOf(item));
  if (mattering.length > 0) return Math.min(...mattering);
  return unit.every(({ item }) => isPast(itemStateOf(item))) ? 3 : 2;
}

function linesBetween(unit: Unit, line: number): ChainLine[] {
  return unit.slice(1).map((next, index) => {
    const left = unit[index]!.end;
    return { key: itemKey(next.item), line, left, width: Math.max(0, next.start - left) };
  });
}

/** As wide as its words are likely to be: measuring each would cost more than it saves. */
const widthOf = (item: ScheduleItem): number =>
  Math.min(MOST_PX, TIME_PX + LETTER_PX * titleOf(item).length + (item.reply?.chain ? 34 : 0));
