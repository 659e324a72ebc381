import { useState } from "react";
import { instantOf, wallTimeOf, type ClockChange, type WallTime } from "@/lib/domain/wall-time";
import type { ChosenTime } from "./composer-state";
import { fieldsFor, fieldsInZone, isUnclear, scheduleChoice, type ScheduleChoice } from "./schedule-choice";
import { readWords, type WordsClocks } from "./read-words";
import { zoneMeant } from "./zones-of";

/** An instant that was named as such: its wall time alone could be the other one of a night that has an hour twice. */
type Exact = { instant: Date; zone: string; change: ClockChange };

/** `counted`: what the words came to when they were taken last (ms), null before. */
const NO_WORDS: { text: string; counted: number | null } = { text: "", counted: null };

export type ScheduleModel = ReturnType<typeof useScheduleChoice>;

/** What is chosen in the picker while it is open, by words, by a preset, or by day, time and zone. */
export function useScheduleChoice({ chosen, ...clocks }: WordsClocks & { chosen: ChosenTime }) {
  const { zones, now } = clocks;
  const [zone, setZone] = useState(chosen?.zone ?? zoneMeant(zones));
  const [fields, setFields] = useState(() => fieldsFor(chosen?.time ?? null, zone, now));
  const [exact, setExact] = useState<Exact | null>(() => exactOf(chosen));
  const [month, setMonth] = useState(fields.date.slice(0, 7));
  const [words, setWords] = useState(NO_WORDS);
  const reading = readWords(words.text, clocks);
  const shown: ScheduleChoice =
    exact && exact.instant > now ? { state: "chosen", ...exact } : scheduleChoice(fields, zone, now);
  const choice: ScheduleChoice = isUnclear(reading) ? { state: "unclear" } : shown;

  const show = (next: WallTime) => {
    setFields(next);
    if (/^\d{4}-\d{2}/.test(next.date)) setMonth(next.date.slice(0, 7));
  };
  const take = ({ instant, zone: of, change }: Exact) => {
    setExact({ instant, zone: of, change });
    setZone(of);
    show(wallTimeOf(instant, of));
  };
  // What is known meanwhile may make the same words another time, on the clock that was chosen for them.
  if (reading.state === "read" && reading.instant.getTime() !== words.counted) {
    setWords({ ...words, counted: reading.instant.getTime() });
    take(words.counted === null ? reading : { ...reading, zone });
  }
  return {
    choice,
    words: words.text,
    fields,
    zone,
    month,
    setMonth,
    /** Day and time as the fields show them. */
    changeFields: (next: Partial<WallTime>) => {
      setWords(NO_WORDS);
      setExact(null);
      show({ ...fields, ...next });
    },
    /** The same instant on another clock. */
    changeZone: (next: string) => {
      const moved = exact ? wallTimeOf(exact.instant, next) : fieldsInZone(fields, zone, next);
      if (exact) setExact({ ...exact, zone: next });
      setZone(next);
      show(moved);
    },
    /** The words as they are typed; what was chosen without them, and what their beginning meant, counts no more. */
    say: (text: string) => setWords({ text, counted: null }),
    /** A time that was offered; the words may say another one, and go. */
    choose: (exactly: Exact) => {
      setWords(NO_WORDS);
      take(exactly);
    },
  };
}

function exactOf(chosen: ChosenTime): Exact | null {
  if (!chosen) return null;
  const instant = new Date(chosen.time);
  return {
    instant,
    zone: chosen.zone,
    change: instantOf(wallTimeOf(instant, chosen.zone), chosen.zone)?.change ?? "none",
  };
}
