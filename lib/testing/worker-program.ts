import { execFileSync } from "node:child_process";
import path from "node:path";

const PROGRAMS = ["lib/testing/worker-process.ts", "lib/worker/mail-reader-thread.ts"];

let made: string | null = null;

/**
 * The program of `worker-process.ts`, made once a test file: a worker that is started and killed many times has to start fast.
 * @returns its path
 */
export function workerProcess(): string {
  // Within the project, where it finds the packages that stay as they are installed.
  const folder = path.join(".next", "test-programs", String(process.pid));
  if (!made) execFileSync(process.execPath, ["bin/bundle-programs.mjs", folder, ...PROGRAMS]);
  return (made = path.join(folder, "worker-process.mjs"));
}
