import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArguments } from "./bench/arguments";
import { tableOf, type SizeResult } from "./bench/report";

// How fast the app is on this machine: `npm run bench -- --messages 2000,100000 --json FILE`. Everything runs on loopback.
const asked = parseArguments(process.argv.slice(2));
if ("problem" in asked) {
  console.error(asked.problem);
  process.exit(1);
}
const [load = 0] = loadavg();
const machine = {
  cores: availableParallelism(),
  load,
  processor: cpus()[0]?.model ?? "unknown",
  node: process.version,
};
if (load > machine.cores)
  console.log(
    `Others use this machine (load ${load.toFixed(1)} on ${machine.cores} cores): all times will be too long.`,
  );

const results: SizeResult[] = [];
for (const messages of asked.sizes) {
  const result = await measure(messages, asked.samples);
  if (!result) process.exit(1);
  results.push(result);
}
console.log(tableOf(results));
console.log(`\n${machine.cores} cores, ${machine.processor}, ${asked.samples} samples, median / 95th percentile.`);
if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ machine, samples: asked.samples, results }, null, 2)}\n`);

/** Runs one size and waits until all of it is stopped, also after Ctrl-C. */
function measure(messages: number, samples: number): Promise<SizeResult | null> {
  const child = fork("bin/bench/run-size.ts", [String(messages), String(samples)], { execArgv: ["--import", "tsx"] });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  let result: SizeResult | null = null;
  child.on("message", (message) => (result = message as SizeResult));
  return new Promise((resolve) =>
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code === 0 ? result : null);
    }),
  );
}
