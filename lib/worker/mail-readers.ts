import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ReadMessage } from "@/lib/services/messages/read-message";

/** What goes to a thread and what comes back. */
export type Asked = { id: number; raw: Uint8Array<ArrayBuffer>; seenAt: Date };
export type Told = { id: number; read: Omit<ReadMessage, "raw"> };

export type MailReaders = {
  /** As `readMessage`. @throws when the thread dies of the message, or the readers have ended */
  read: (raw: Buffer, seenAt: Date) => Promise<ReadMessage>;
  end: () => Promise<void>;
};

/**
 * Threads that read mail, so that reading keeps nothing else of the process waiting. Each is started when it is first wanted, and
 * another one in its place when it died.
 * @returns null where the thread's program is not at hand; then mail is read where it is stored
 */
export function openMailReaders(): MailReaders | null {
  const program = findProgram();
  if (!program) return null;
  const threads: (Thread | null)[] = Array.from(
    { length: Math.min(MOST, Math.max(1, availableParallelism() - 1)) },
    () => null,
  );
  let next = 0;
  let isEnded = false;
  return {
    read: async (raw, seenAt) => {
      if (isEnded) throw new Error("the readers have ended");
      const at = next++ % threads.length;
      const thread = (threads[at] ??= startThread(program, () => (threads[at] = null)));
      return { ...(await thread.read(raw, seenAt)), raw };
    },
    end: async () => {
      isEnded = true;
      await Promise.all(threads.map(async (thread) => thread?.end()));
    },
  };
}

const MOST = 4;

type Program = { file: string; execArgv: string[] };
type Thread = { read: (raw: Buffer, seenAt: Date) => Promise<Told["read"]>; end: () => Promise<unknown> };
type Waiting = { resolve: (read: Told["read"]) => void; reject: (error: Error) => void };

/** Beside the program that asks (`bin/bundle-programs.mjs`), or among the sources. */
function findProgram(): Program | null {
  const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const bundled = beside("./mail-reader-thread.mjs");
  if (existsSync(bundled)) return { file: bundled, execArgv: [] };
  const source = beside("./mail-reader-thread.ts");
  return existsSync(source) ? { file: source, execArgv: ["--import", "tsx"] } : null;
}

function startThread({ file, execArgv }: Program, onEnd: () => void): Thread {
  const worker = new Worker(file, { execArgv });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const fail = (error: Error) => {
    onEnd();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", ({ id, read }: Told) => {
    waiting.get(id)?.resolve(read);
    waiting.delete(id);
    // An idle one keeps no program from ending.
    if (waiting.size === 0) worker.unref();
  });
  // One that dies of an error ends, too: by then another may stand in its place.
  worker.once("error", (error) => {
    worker.removeAllListeners("exit");
    fail(error);
  });
  worker.once("exit", () => fail(new Error("a thread that reads mail has ended")));
  worker.unref();
  return {
    read: (raw, seenAt) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        const copy = new Uint8Array(raw);
        worker.postMessage({ id, raw: copy, seenAt } satisfies Asked, [copy.buffer]);
      }),
    end: () => worker.terminate(),
  };
}
