/** How long something takes, in ms: null where nothing was timed. */
export type TimeFigure = { count: number; medianMs: number | null; p90Ms: number | null };

/**
 * Median: the middle time, or halfway between the two in the middle. p90: the shortest time within which nine of ten lie (nearest
 * rank), so that it is always one that was taken.
 */
export function timeFigure(times: readonly number[]): TimeFigure {
  const sorted = Float64Array.from(times).toSorted();
  const { length: count } = sorted;
  if (count === 0) return { count, medianMs: null, p90Ms: null };
  const middle = (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2;
  return { count, medianMs: middle, p90Ms: sorted[Math.ceil(count * 0.9) - 1]! };
}
