/** Two texts cut where they differ: what both begin with, what differs in the first, and what both end with. */
export function differenceOf(one: string, other: string): { before: string; differs: string; after: string } {
  const [a, b] = [Array.from(one), Array.from(other)];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const part = (start: number, stop: number) => a.slice(start, stop).join("");
  return { before: part(0, from), differs: part(from, a.length - end), after: part(a.length - end, a.length) };
}
