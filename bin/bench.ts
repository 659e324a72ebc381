import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArguments } from "./bench/arguments";
import { measureSize } from "./bench/measure-size";
import type { Undo } from "./bench/office";
import { tableOf, type SizeResult } from "./bench/report";

// How fast the app is on this machine: `npm run bench -- --messages 2000,100000 --json FILE`. Everything runs on loopback.
const asked = parseArguments(process.argv.slice(2));
if ("problem" in asked) {
  console.error(asked.problem);
  process.exit(1);
}

const undo: Undo = [];
let stopping: Promise<void> | undefined;
const stop = () => (stopping ??= undoAll());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void stop().then(() => process.exit(130)));

const results: SizeResult[] = [];
try {
  for (const messages of asked.sizes) {
    results.push(await measureSize(messages, asked.samples, undo, (text) => console.log(text)));
    await undoAll();
  }
} catch (error) {
  if (!stopping) console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
if (results.length > 0) {
  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? "unknown", node: process.version };
  console.log(tableOf(results));
  console.log(`\n${machine.cores} cores, ${machine.processor}, ${asked.samples} samples, median / 95th percentile.`);
  if (asked.json)
    writeFileSync(asked.json, `${JSON.stringify({ machine, samples: asked.samples, results }, null, 2)}\n`);
}

/** Stops and removes what was started, the last first. */
async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop())
    await step().catch((error: Error) => console.error(`while stopping: ${error.message}`));
}
