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

/**
 * Sends a file in parts of a megabyte. When the connection is lost it waits for it, longer each time, and goes on where the server
 * says that it stopped; it ends by being whole, by what the server refuses for good, or by `stop`.
 */
export function uploadFile(file: File, told: Told): Upload {
  const none = { stop: () => {}, hurry: () => {} };
  if (file.size > MAX_TOTAL_BYTES) return { done: Promise.resolve({ state: "failed", problem: "too_large" }), ...none };
  const stopping = new AbortController();
  const waker = wakeable(stopping.signal);
  return {
    done: upload(file, told, stopping.signal, waker.pause),
    stop: () => stopping.abort(),
    hurry: waker.wake,
  };
}

async function upload(
  file: File,
  { onProgress, onWaiting }: Told,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<UploadOutcome> {
  let at = { id: null as string | null, offset: 0 };
  let failures = 0;
  while (!signal.aborted) {
    const { id, offset } = at;
    const answer = await (id === null
      ? sendPart({ begin: file }, signal)
      : failures > 0
        ? sendPart({ ask: id }, signal)
        : sendPart({ id, offset, part: file.slice(offset, offset + PART_BYTES) }, signal, (sent) =>
            onProgress(offset + sent),
          ));
    if (signal.aborted) break;
    const problem = problemOf(answer);
    if (problem === "network") {
      onWaiting(true);
      await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++));
      continue;
    }
    if (problem) return { state: "failed", problem };
    if (failures > 0) onWaiting(false);
    // Another part is next than was sent: one whose answer was lost had arrived. The server is asked.
    failures = answer.status === 409 ? 1 : 0;
    if (!answer.progress) continue;
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

/** A pause that ends early when the browser is online again, or somebody asks. */
function wakeable(signal: AbortSignal) {
  let end: (() => void) | null = null;
  const wake = () => end?.();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), ms);
      end = () => {
        clearTimeout(timer);
        removeEventListener("online", wake);
        end = null;
        resolve();
      };
      addEventListener("online", wake, { once: true });
      signal.addEventListener("abort", wake, { once: true });
    });
  return { pause, wake };
}
