import { WORKING_DAY_MS } from "./working-clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Steps between marks that are said in round words, in ms of working time. */
const STEPS = [
  ...[1, 5, 10, 15, 30].map((count) => ({ unit: "minutes" as const, ms: count * MINUTE })),
  ...[1, 2, 3, 4].map((count) => ({ unit: "hours" as const, ms: count * HOUR })),
  ...[1, 2, 5, 10, 20, 50, 100, 200].map((count) => ({ unit: "workingDays" as const, ms: count * WORKING_DAY_MS })),
];
const UNIT_MS = { minutes: MINUTE, hours: HOUR, workingDays: WORKING_DAY_MS };
/** More marks than this would crowd a small chart. */
const MOST_STEPS = 5;
/** What lies so many times beyond three quarters of all values would flatten them to a line. */
const FAR = 3;

/** Up to where times (ms) are drawn, and the marks beside them, each as a count of the unit. */
export type TimeAxis = { top: number; unit: keyof typeof UNIT_MS; marks: { ms: number; count: number }[] };

/** The axis of working times: up to the greatest that is not far beyond the others, so that one late answer does not hide the rest. */
export function timeAxis(times: readonly number[]): TimeAxis {
  const sorted = times.toSorted((a, b) => a - b);
  const quarter = sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
  const greatest = sorted.at(-1) ?? 0;
  const most = quarter > 0 ? (sorted.findLast((ms) => ms <= FAR * quarter) ?? greatest) : greatest;
  const { unit, ms } = STEPS.find((step) => most <= step.ms * MOST_STEPS) ?? STEPS.at(-1)!;
  const steps = Math.max(1, Math.ceil(most / ms));
  const marks = Array.from({ length: steps + 1 }, (_, nth) => ({ ms: nth * ms, count: (nth * ms) / UNIT_MS[unit] }));
  return { top: steps * ms, unit, marks };
}
