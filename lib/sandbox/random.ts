import { createHash } from "node:crypto";

/** A stream of random choices that is the same for the same seed, on every machine. */
export type Random = {
  /** From 0 up to but not including 1. */
  next: () => number;
  /** A whole number, both ends included. */
  int: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  weighted: <T>(entries: readonly (readonly [T, number])[]) => T;
  uuid: () => string;
};

/** The stream of a seed (mulberry32 over a hash of the text). */
export function seeded(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: (entries) => weighted(entries, next()),
    uuid: () => uuidOf(next),
  };
}

function weighted<T>(entries: readonly (readonly [T, number])[], share: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = share * total;
  for (const [value, weight] of entries) if ((left -= weight) < 0) return value;
  return entries.at(-1)![0];
}

/** Shaped like a random UUID (RFC 9562 §5.4), so that nothing can tell it from the app's own. */
function uuidOf(next: () => number): string {
  const hex = Array.from({ length: 32 }, (_, index) =>
    index === 12 ? "4" : (index === 16 ? 8 + Math.floor(next() * 4) : Math.floor(next() * 16)).toString(16),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
