import { PART_BYTES } from "@/lib/domain/size-limit";
import { MAX_TOTAL_BYTES } from "./files";
import { sendPart, type PartAnswer } from "./send-part";

type Problem = "network" | "too_large" | "refused" | "signed_out";
export type UploadOutcome =
  { state: "uploaded"; id: string } | { state: "failed"; problem: Problem } | { state: "stopped" };

export type Upload = {
  done: Promise<UploadOutcome>;
  stop: () => void;
  /** Tries at once what waits for the connection. */
  hurry: () => void;
};

type Told = {
  /** Bytes that have left so far. */
  onProgress: (sent: number) => void;
  /** The connection is away (true), or back. */
  onWaiting: (isWaiting: boolean) => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const FIRST_PATIENCE_MS = 30_000;
/** A part of a megabyte needs that long where a thin line swallows it at once and tells no more of it. */
const LONGEST_PATIENCE_MS = 240_000;

/**
 * Sends a file in parts of a megabyte. When the connection is lost it waits for it, longer each time, and goes on where the server
 * says that it stopped; it ends by being whole, by what the server refuses for good, or by `stop`.
 */
export function uploadFile(file: File, told: Told): Upload {
  const none = { stop: () => {}, hurry: () => {} };
  if (file.size > MAX_TOTAL_BYTES) return { done: Promise.resolve({ state: "failed", problem: "too_large" }), ...none };
  const stopping = new AbortController();
  const steps = hurriable(stopping.signal);
  addEventListener("online", steps.hurry);
  return {
    done: upload(file, told, stopping.signal, steps.next).finally(() => removeEventListener("online", steps.hurry)),
    stop: () => stopping.abort(),
    hurry: steps.hurry,
  };
}

async function upload(
  file: File,
  { onProgress, onWaiting }: Told,
  stopping: AbortSignal,
  nextStep: () => AbortSignal,
): Promise<UploadOutcome> {
  let at = { id: null as string | null, offset: 0 };
  let failures = 0;
  // Requests that nobody answered since the file came further: each waits longer than the one before.
  let unheard = 0;
  while (!stopping.aborted) {
    const { id, offset } = at;
    const signal = nextStep();
    const way = { signal, patienceMs: Math.min(LONGEST_PATIENCE_MS, FIRST_PATIENCE_MS * 2 ** unheard) };
    const answer = await (id === null
      ? sendPart({ begin: file }, way)
      : failures > 0
        ? sendPart({ ask: id }, way)
        : sendPart(
            { id, offset, part: file.slice(offset, offset + PART_BYTES) },
            { ...way, onSent: (sent) => onProgress(offset + sent) },
          ));
    if (stopping.aborted) break;
    const problem = problemOf(answer);
    if (problem === "network") {
      onWaiting(true);
      if (answer.status === 0) unheard++;
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++);
      // Who hurried a request does not wait for the next.
      if (!signal.aborted) await pause(pauseMs, nextStep());
      continue;
    }
    if (problem) return { state: "failed", problem };
    if (failures > 0) onWaiting(false);
    // Another part is next than was sent: one whose answer was lost had arrived. The server is asked.
    failures = answer.status === 409 ? 1 : 0;
    if (!answer.progress) continue;
    if (id === null || answer.progress.offset > offset) unheard = 0;
    at = answer.progress;
    onProgress(at.offset);
    if (answer.progress.isWhole) return { state: "uploaded", id: answer.progress.id };
  }
  return { state: "stopped" };
}

/** What keeps the file from going on, if anything: only a connection, or a server that is away, comes back. */
export function problemOf({ status, progress }: PartAnswer): Problem | null {
  if (status === 0 || status === 408 || status === 429 || status >= 500) return "network";
  if (status === 413) return "too_large";
  if (status === 401) return "signed_out";
  return progress || status === 409 ? null : "refused";
}

/** Steps that end early when the browser is online again, or somebody asks: a pause, and a request that may hang on a dead connection. */
function hurriable(stopping: AbortSignal) {
  let step = new AbortController();
  return {
    hurry: () => step.abort(),
    next: () => {
      step = new AbortController();
      return AbortSignal.any([stopping, step.signal]);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
