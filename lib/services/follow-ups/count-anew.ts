import type { Database } from "@/lib/db/client";
import type { ReplyRow } from "../replies/reply-row";
import { setStepTimes } from "./set-step-times";
import { timesAnew } from "./times-anew";

/**
 * Counts pending steps that follow each other anew from an instant. The caller holds the thread.
 * @returns how many have moved
 */
export async function countAnew(tx: Database, steps: ReplyRow[], from: Date): Promise<number> {
  const times = await timesAnew(tx, steps, from);
  const moves = steps.map((step, index) => ({ step, to: times[index]! }));
  return setStepTimes(tx, moves, "step_before");
}
