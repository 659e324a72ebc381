import type { Clock } from "@/lib/core/clock";

export type SimulatedClock = { now: Clock; millis: () => number; to: (millis: number) => void };

/** A clock that goes on only when told, but for a millisecond with each look: what is done later bears a later time. */
export function simulatedClock(startsAt: number): SimulatedClock {
  let at = startsAt;
  return {
    now: () => new Date(++at),
    millis: () => at,
    // Never back: what was written before lies in the past.
    to: (millis) => void (at = Math.max(at, millis)),
  };
}
