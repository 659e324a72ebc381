import { parseSearch } from "./search-query";

/** Whether a search asks for mail that was put aside (`is:bulk`: newsletters and the like), which no other one finds. */
export const asksForBulk = (typed: string): boolean =>
  parseSearch(typed)
    .groups.flat()
    .some(({ term, isNegated }) => !isNegated && term.kind === "state" && term.state === "bulk");

/** The same search in what was put aside. It stands in front, since the last word may be unfinished. */
export const inBulk = (typed: string): string => `is:bulk ${typed.trim()}`;
