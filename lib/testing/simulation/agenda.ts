/** `world`: happens whether our machine runs or not. `machine`: happens as soon as it runs again. */
type Kind = "world" | "machine";
type Entry = { at: number; kind: Kind; run: () => unknown };

/** What is to happen, in order of time. Times are in ms since 1970. */
export class Agenda {
  readonly #entries: Entry[] = [];

  add(at: number, kind: Kind, run: () => unknown): void {
    const entries = this.#entries;
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    entries.splice(low, 0, { at, kind, run });
  }

  /** When the next entry is due; Infinity when there is none. */
  get next(): number {
    return this.#entries[0]?.at ?? Infinity;
  }

  /** Takes the first entry out if it is due at `at`. */
  take(at: number): Entry | null {
    return this.next <= at ? this.#entries.shift()! : null;
  }
}
