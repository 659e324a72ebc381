import type { EventFact, EventView } from "@/lib/services/audit/schemas";

type Words = {
  /** An instant on the reader's clock. */
  time: (at: Date) => string;
  /** The name of a field in words; as it is where it has none. */
  field: (name: string) => string;
};

/** What takes effect at once is recorded with its time, which the entry has already. */
const AT_ONCE_MS = 60_000;

/** The facts of an entry for people: times on their clock and names of fields in words; the entry's own time says nothing more. */
export function toldFacts({ at, facts }: Pick<EventView, "at" | "facts">, words: Words): EventFact[] {
  return facts.flatMap(({ key, value }) => {
    if (key === "fields") return [{ key, value: value.split(", ").map(words.field).join(", ") }];
    if (!IS_TIME.test(value)) return [{ key, value }];
    const time = new Date(value);
    return Math.abs(time.getTime() - Date.parse(at)) < AT_ONCE_MS ? [] : [{ key, value: words.time(time) }];
  });
}

const IS_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
