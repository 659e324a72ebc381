/** What a series of samples comes to, in the samples' unit. */
export type Summary = { p50: number; p95: number; n: number };

/** @throws Error when there is nothing to sum up */
export function summarise(samples: number[]): Summary {
  if (samples.length === 0) throw new Error("no samples were taken");
  const sorted = samples.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), n: sorted.length };
}

/** How many times the first the last one is; null when there is nothing to compare. */
export function ratioOf(values: (number | null)[]): number | null {
  const [first, last] = [values[0], values.at(-1)];
  return values.length < 2 || !first || last === null || last === undefined ? null : last / first;
}

/** The smallest sample that at least this share of all samples does not exceed (nearest rank). */
const percentile = (sorted: number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
