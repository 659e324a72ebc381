import { prepareEnvironment } from "@/lib/core/prepare-environment";

// The worker alone, or as a child of the starter. It ends when told to, or when the starter is gone.
const problems = prepareEnvironment(process.env);
if (problems.length === 0 && !process.env.DATABASE_URL) {
  problems.push("DATABASE_URL is needed: a worker of its own shares the database of the app instances.");
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => stop.abort());
if (process.send && !process.connected) stop.abort();

const { runWorker } = await import("@/lib/worker/run");
process.send?.({ ready: true });
await runWorker({ signal: stop.signal });
process.exit(0);
