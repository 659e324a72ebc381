import { useSyncExternalStore } from "react";
import type { ScheduleItem, UnplannedThread } from "@/lib/domain/schedule-item";

/** What is being moved: an item, or a thread for which something is to be planned. */
export type Carried = { item: ScheduleItem; thread: null } | { item: null; thread: UnplannedThread };

export type Carry = Carried & {
  by: "pointer" | "keys";
  /** The lane that it belongs to, and the one that it is over. */
  home: string;
  over: string;
  /** When it was and when it would be, in ms; null outside of all days. */
  from: number | null;
  at: number | null;
};

let carry: Carry | null = null;
const listeners = new Set<() => void>();

/**
 * What is carried over the calendar now. It changes with each move of a hand, and only the lane that it is over is drawn anew:
 * hence no state of the whole screen.
 */
export const carryStore = {
  get: (): Carry | null => carry,
  set: (next: Carry | null): void => {
    if (next && carry && next.at === carry.at && next.over === carry.over && next.by === carry.by) return;
    carry = next;
    listeners.forEach((listener) => listener());
  },
};

/** The part of it that somebody draws; null draws nothing and is not drawn again. */
export const useCarry = <Part>(read: (carry: Carry | null) => Part): Part =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => read(carry),
    () => read(null),
  );
