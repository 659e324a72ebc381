import { otherOrder, readNaturalTime, type NaturalTime } from "@/lib/domain/natural-time";
import { isWeekend, type FreeDay } from "@/lib/domain/schedule-presets";
import type { Zones } from "./schedule-picker-props";

/** `waits`: what the words come to depends on days that are not known yet. */
export type WordsReading = NaturalTime | { state: "waits" };

/** `isFree`: the days that are no business days; null while they are on their way. `isMonthFirst`: "12/1" is in December. */
export type WordsClocks = { zones: Zones; now: Date; isFree: FreeDay | null; isMonthFirst?: boolean };

/** Reads a time in natural words. Business days are not counted before it is known which days are none. */
export function readWords(text: string, { zones, isFree, ...clocks }: WordsClocks): WordsReading {
  let isAsked = false;
  const asked: FreeDay = (date) => {
    isAsked = true;
    return isWeekend(date);
  };
  const reading = readNaturalTime(text, { ...clocks, ...zones, isFree: isFree ?? asked });
  return isAsked ? { state: "waits" } : reading;
}

/** The other time that days in figures may be (`otherOrder`). Business days are none of those. */
export const readOtherOrder = (text: string, { zones, now, isMonthFirst = false }: WordsClocks) =>
  otherOrder(text, { now, ...zones, isMonthFirst });
