import fc from "fast-check";

/** `npm run soak` sets both: another seed each time, and many times the runs. */
const SEED = process.env.RANDOM_SEED ?? "20261128";
const TIMES = Number(process.env.RANDOM_TIMES ?? 1);
const RUNS = 100;

/** How often a property is tried: `count` in `npm test`, where each run is the same, and many times that in a soak. */
export const randomRuns = (count: number): { numRuns: number } => ({ numRuns: count * TIMES });

/** How long that may take, in milliseconds. */
export const randomTimeout = (milliseconds: number): number => milliseconds * TIMES;

// As a set-up file of the suites: what nobody has changed must not fail in one run of twenty.
fc.configureGlobal({ seed: Number(SEED), ...randomRuns(RUNS) });
