import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

type Child = {
  /** Resolves when the child said that it is ready, rejects with its exit code when it ended before. */
  ready: Promise<void>;
  stop: () => Promise<void>;
};

const STOP_LIMIT_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs a program of the app beside the starter, in a process group of its own, and starts it again when it ends by
 * itself. `stop` asks it to finish and waits; only what does not end within a minute is killed.
 */
export function keepRunning(name: string, args: string[], environment: NodeJS.ProcessEnv): Child {
  let stopping = false;
  let pause = 500;
  let wasReady = false;
  let child: ChildProcess;
  const ready = Promise.withResolvers<void>();

  const start = () => {
    child = spawn(process.execPath, args, {
      env: environment,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    });
    child.on("message", () => {
      wasReady = true;
      pause = 500;
      ready.resolve();
    });
    child.on("error", () => undefined);
    child.once("exit", (code) => void ended(code));
  };
  const ended = async (code: number | null) => {
    if (stopping) return;
    if (!wasReady) return ready.reject(new Error(`${name} ended with ${code ?? "a signal"}`));
    process.stderr.write(`threadwell: ${name} ended unexpectedly (${code ?? "killed"}), starting it again.\n`);
    await sleep(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    if (!stopping) start();
  };

  start();
  return {
    ready: ready.promise,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
}
