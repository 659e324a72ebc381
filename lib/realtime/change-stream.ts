import { changesSince, listen } from "./listen";
import type { Change } from "./notify";

type Options = {
  workspaceId: string;
  /** Asked again and again: whether the listener may still hear. */
  isAllowed: () => Promise<boolean>;
  signal: AbortSignal;
  /** Of when the listener's knowledge is, in ms: what changed from then on is told first. */
  since?: number;
  checkEveryMs?: number;
};

const CHECK_MS = 15_000;

/**
 * Server-sent events about one workspace: `changed` with what changed, `everything` when something may have been missed.
 * Each has the time as its id, which browsers send along when they come back. An id alone every 15 s keeps proxies from closing
 * the stream; in the same beat the listener's right is checked, and the stream ends with it.
 */
export function changeStream({
  workspaceId,
  isAllowed,
  signal,
  since,
  checkEveryMs = CHECK_MS,
}: Options): ReadableStream {
  const text = new TextEncoder();
  let isOver = false;
  let stop = () => undefined as void;
  return new ReadableStream({
    start(controller) {
      // The listener may go while it is asked whether they may stay.
      const send = (frame: string) => isOver || controller.enqueue(text.encode(frame));
      const tell = (change: Change) => {
        if (change.workspaceId === workspaceId) send(`${id()}event: changed\ndata: ${publicPart(change)}\n\n`);
      };
      const tellEverything = () => send(`${id()}event: everything\ndata: {}\n\n`);
      const unlisten = listen((heard) => (heard.kind === "lost" ? tellEverything() : tell(heard.change)));
      const beat = setInterval(() => {
        isAllowed()
          // A database that does not answer now proves nothing; the next beat asks again.
          .catch(() => true)
          .then((allowed) => (allowed ? send(`${id()}\n`) : end()))
          .catch(() => end());
      }, checkEveryMs);
      const end = () => {
        if (isOver) return;
        stop();
        controller.close();
      };
      stop = () => {
        isOver = true;
        clearInterval(beat);
        unlisten();
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end, { once: true });
      send(`retry: 2000\n${id()}\n`);
      const missed = since === undefined ? null : changesSince(since);
      if (missed) missed.forEach(tell);
      else tellEverything();
    },
    cancel: () => stop(),
  });
}

const id = (): string => `id: ${Date.now()}\n`;

const publicPart = ({ workspaceId: _known, ...heard }: Change): string => JSON.stringify(heard);
