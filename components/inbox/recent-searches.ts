import { parseSearch, printSearch } from "@/lib/domain/search-query";

const KEY = "threadwell.searches";
const MOST = 8;

/** What was searched for in this browser, the last first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Two ways of typing the same search are one. A browser that keeps nothing is no failure. */
export function rememberSearch(typed: string): void {
  const q = typed.trim();
  if (parseSearch(q).groups.length === 0) return;
  keep([q, ...recentSearches().filter((each) => sameSearch(each) !== sameSearch(q))].slice(0, MOST));
}

const sameSearch = (typed: string): string => printSearch(parseSearch(typed)).toLowerCase();

function keep(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Private windows and full disks.
  }
}
