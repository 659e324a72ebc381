import { LONGEST_WAIT } from "@/lib/domain/follow-up";
import { stepTimes } from "@/lib/domain/step-times";
import type { StepDraft } from "./chain-draft";

/** The instant from which the first step's wait is counted, on whose clocks; or the day on which it leaves. */
export type CountedFrom = { from: Date; zone: string; startDate?: string | undefined };

/** When each step leaves, as the server counts it; null for one whose wait cannot be read, and all behind it. */
export function chainTimes(steps: Pick<StepDraft, "wait">[], counted: CountedFrom): (Date | null)[] {
  const bad = steps.findIndex(
    ({ wait: { count, time } }) => count < 1 || count > LONGEST_WAIT || !/^\d\d:\d\d$/.test(time),
  );
  const read = bad === -1 ? steps : steps.slice(0, bad);
  const times = stepTimes(
    read.map(({ wait }) => wait),
    counted,
  );
  return steps.map((_step, index) => times[index] ?? null);
}
