import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArguments } from "./bench/arguments";
import { ingestTableOf } from "./bench/ingest/ingest-table";
import type { IngestResult } from "./bench/ingest/measure-ingest";
import { tableOf, type SizeResult } from "./bench/report";

// How fast the app is on this machine: `npm run bench -- --messages 2000,100000 --ingest 5000 --json FILE`. Everything runs on loopback.
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
  const result = await measure<SizeResult>("bin/bench/run-size.ts", messages, asked.samples);
  if (!result) process.exit(1);
  results.push(result);
}
const ingest = asked.ingest > 0 ? await measure<IngestResult>("bin/bench/run-ingest.ts", asked.ingest) : null;
if (asked.ingest > 0 && !ingest) process.exit(1);
if (results.length > 0) console.log(tableOf(results));
if (ingest) console.log(ingestTableOf(ingest));
console.log(`\n${machine.cores} cores, ${machine.processor}, ${asked.samples} samples, median / 95th percentile.`);
if (asked.json) {
  const found = { machine, samples: asked.samples, results, ingest };
  writeFileSync(asked.json, `${JSON.stringify(found, null, 2)}\n`);
}

/** Runs one part in a process of its own and waits until all of it is stopped, also after Ctrl-C. */
function measure<Result>(program: string, ...numbers: number[]): Promise<Result | null> {
  const child = fork(program, numbers.map(String), { execArgv: ["--import", "tsx"] });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  let result: Result | null = null;
  child.on("message", (message) => (result = message as Result));
  return new Promise((resolve) =>
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code === 0 ? result : null);
    }),
  );
}
