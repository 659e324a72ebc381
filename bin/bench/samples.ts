import { performance } from "node:perf_hooks";
import { summarise, type Summary } from "./statistics";

const WARM_UP = 10;

/** Does something again and again, in turn for each of `inputs`, and sums up how long it took, in ms. The first times do not count. */
export async function timed<Input>(
  count: number,
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
): Promise<Summary> {
  const took: number[] = [];
  for (let index = -WARM_UP; index < count; index++) {
    const input = inputs[(index + WARM_UP) % inputs.length]!;
    const started = performance.now();
    await work(input);
    if (index >= 0) took.push(performance.now() - started);
  }
  return summarise(took);
}
