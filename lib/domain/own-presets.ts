import { readNaturalTime, type Clocks } from "./natural-time";

/** How many times in words a person may keep. */
export const MOST_PRESETS = 8;
export const LONGEST_PRESET = 60;

/** A kept text and the time that it means now. */
export type OwnPreset = { words: string; instant: Date; zone: string };

/** What a person's kept words ("next tue 9 their time") mean now; left out is what has passed today, and theirs where no clock is known. */
export function ownPresets(kept: readonly string[], clocks: Clocks): OwnPreset[] {
  return kept.flatMap((words) => {
    const read = readNaturalTime(words, clocks);
    return read.state === "read" ? [{ words, instant: read.instant, zone: read.zone }] : [];
  });
}

/** Whether words are a time that comes again and again: "today 9:00" does, a day of this year does not. */
export function isPreset(words: string): boolean {
  return readNaturalTime(words, { now: FAR_MIDNIGHT, theirs: "UTC", ours: "UTC" }).state === "read";
}

const FAR_MIDNIGHT = new Date("2046-01-03T00:00:00Z");
