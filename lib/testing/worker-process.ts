import { runWorker } from "@/lib/worker/run";

// A worker as a process of its own, with a lease so short that a test can wait for it: `worker-process.ts <leaseMs> <sweepMs>`.
// It ends by SIGTERM, or when the test that started it is gone.
const [leaseMs, sweepMs] = process.argv.slice(2).map(Number);
const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => stop.abort());

process.send?.("started");
await runWorker({ signal: stop.signal, leaseMs: leaseMs ?? 1_000, sweepMs: sweepMs ?? 250 });
process.exit(0);
