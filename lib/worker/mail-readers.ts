import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { log } from "@/lib/core/log";
import { readBare } from "@/lib/services/messages/read-bare";
import { readMessage, type ReadMessage } from "@/lib/services/messages/read-message";

/** What goes to a thread and what comes back: first that it is ready, then what it read. */
export type Asked = { raw: Uint8Array<ArrayBuffer>; seenAt: Date };
export type Told = "ready" | Omit<ReadMessage, "raw">;

export type MailReaders = {
  /**
   * As `readMessage`. A message of which the thread dies, or that is not read within the time, comes back bare: nobody reads it
   * again. @throws when the readers have ended
   */
  read: (raw: Buffer, seenAt: Date) => Promise<ReadMessage>;
  end: () => Promise<void>;
};

/**
 * Threads that read mail, so that reading keeps nothing else of the process waiting. Each is started when it is first wanted, and
 * another one in its place when it died.
 * @param deadlineMs for one message, from when a thread takes it up; the largest take a second or two of an idle machine
 * @returns null where the thread's program is not at hand; then mail is read where it is stored
 */
export function openMailReaders(deadlineMs = 20_000): MailReaders | null {
  const program = findProgram();
  if (!program) return null;
  const lanes = Array.from({ length: Math.min(MOST, Math.max(1, availableParallelism() - 1)) }, () =>
    makeLane(program, deadlineMs),
  );
  let next = 0;
  let isEnded = false;
  return {
    read: async (raw, seenAt) => {
      if (isEnded) throw new Error("the readers have ended");
      return lanes[next++ % lanes.length]!.read(raw, seenAt);
    },
    end: async () => {
      isEnded = true;
      await Promise.all(lanes.map((lane) => lane.end()));
    },
  };
}

const MOST = 4;
/** So many lie ready in a thread: it goes on while the one that asks is busy with other things. */
const AHEAD = 16;
/** Unless they are larger than this together: each lies there as a copy. */
const AHEAD_BYTES = 4_000_000;

type Program = { file: string; execArgv: string[] };
type Waiting = {
  raw: Buffer;
  seenAt: Date;
  resolve: (read: ReadMessage | Promise<ReadMessage>) => void;
  reject: (error: Error) => void;
};

/** Beside the program that asks (`bin/bundle-programs.mjs`), or among the sources. */
function findProgram(): Program | null {
  const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const bundled = beside("./mail-reader-thread.mjs");
  if (existsSync(bundled)) return { file: bundled, execArgv: [] };
  const source = beside("./mail-reader-thread.ts");
  return existsSync(source) ? { file: source, execArgv: ["--import", "tsx"] } : null;
}

/** A queue of messages, and the thread that reads the first of it; the next ones wait there. */
function makeLane({ file, execArgv }: Program, deadlineMs: number) {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let isReady = false;
  let isEnded = false;
  /** How many of those that wait the thread has. */
  let given = 0;
  let timer: NodeJS.Timeout | undefined;

  const give = () => {
    // An idle one keeps no program from ending.
    if (waiting.length === 0) return worker?.unref();
    worker ??= start();
    worker.ref();
    if (!isReady) return;
    // It begins the first one now, or did when it was through with the one before.
    timer ??= setTimeout(giveUp, deadlineMs);
    let bytes = waiting.slice(0, given).reduce((sum, { raw }) => sum + raw.length, 0);
    for (; given < Math.min(AHEAD, waiting.length); given++) {
      const { raw, seenAt } = waiting[given]!;
      bytes += raw.length;
      if (given > 0 && bytes > AHEAD_BYTES) break;
      const copy = new Uint8Array(raw);
      worker.postMessage({ raw: copy, seenAt } satisfies Asked, [copy.buffer]);
    }
  };
  const giveUp = () => {
    // What comes now is too late: the next message would be taken for the one it died of.
    worker?.removeAllListeners("message");
    void worker?.terminate();
  };
  const start = () => {
    const started = new Worker(file, { execArgv });
    started.on("message", (told: Told) => {
      if (told === "ready") isReady = true;
      else done(({ raw }) => ({ ...told, raw }));
      give();
    });
    // It ends behind this, which says what of.
    started.on("error", (error) => log.error({ err: error }, "a thread that reads mail has failed"));
    started.once("exit", died);
    return started;
  };
  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const done = (read: (first: Waiting) => ReadMessage | Promise<ReadMessage>) => {
    stopTimer();
    given = Math.max(0, given - 1);
    const first = waiting.shift();
    first?.resolve(read(first));
  };
  const died = () => {
    const wasReady = isReady;
    [worker, isReady, given] = [null, false, 0];
    if (isEnded) return;
    if (wasReady && waiting[0]) log.warn({ size: waiting[0].raw.length }, "a message could not be read");
    // One that cannot even start reads nothing: then this one does.
    done(({ raw, seenAt }) => (wasReady ? readBare(raw, seenAt) : readMessage(raw, seenAt)));
    give();
  };

  return {
    read: (raw: Buffer, seenAt: Date) =>
      new Promise<ReadMessage>((resolve, reject) => {
        waiting.push({ raw, seenAt, resolve, reject });
        give();
      }),
    async end(): Promise<void> {
      isEnded = true;
      stopTimer();
      for (const { reject } of waiting.splice(0)) reject(new Error("the readers have ended"));
      await worker?.terminate();
    },
  };
}
