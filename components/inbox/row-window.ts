/** How many items are drawn beyond each edge of what is `seen`, once the list stands; at first only what is seen counts. */
const BEYOND = { standing: 6, first: 1, seen: 0 };

/** Where each item begins, in px from the top of the list, and at the end where the last one ends. */
export function startsOf(heights: number[]): number[] {
  const starts = [0];
  for (const height of heights) starts.push(starts.at(-1)! + height);
  return starts;
}

/** Which items are drawn for what is seen: from `first` up to, but without, `end`. */
export function windowOf(
  starts: number[],
  { top, height }: View,
  stage: keyof typeof BEYOND,
): { first: number; end: number } {
  const count = starts.length - 1;
  return {
    first: Math.max(0, itemAt(starts, top) - BEYOND[stage]),
    end: Math.min(count, itemAt(starts, top + height) + 1 + BEYOND[stage]),
  };
}

/** How far the list has to be scrolled for an item to be seen whole: as little as possible, not at all if it is. */
export function scrollTopFor(starts: number[], index: number, { top, height }: View): number {
  const [start = 0, end = start] = starts.slice(index, index + 2);
  if (start < top) return start;
  return end > top + height ? end - height : top;
}

/** The part of a list that is seen, in px. */
type View = { top: number; height: number };

/** The item at a place; the first above all and the last below all. */
function itemAt(starts: number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}
