import { listen } from "./listen";
import type { Change } from "./notify";

type Options = {
  workspaceId: string;
  /** Asked again and again: whether the listener may still hear. */
  isAllowed: () => Promise<boolean>;
  signal: AbortSignal;
  checkEveryMs?: number;
};

const CHECK_MS = 15_000;

/**
 * Server-sent events about one workspace: `changed` with what changed, `everything` when something may have been missed.
 * A comment every 15 s keeps proxies from closing it; in the same beat the listener's right is checked, and the stream ends with it.
 */
export function changeStream({ workspaceId, isAllowed, signal, checkEveryMs = CHECK_MS }: Options): ReadableStream {
  const text = new TextEncoder();
  let stop = () => undefined as void;
  return new ReadableStream({
    start(controller) {
      const send = (frame: string) => controller.enqueue(text.encode(frame));
      const unlisten = listen((heard) => {
        if (heard.kind === "lost") send("event: everything\ndata: {}\n\n");
        else if (heard.change.workspaceId === workspaceId)
          send(`event: changed\ndata: ${publicPart(heard.change)}\n\n`);
      });
      const beat = setInterval(() => {
        isAllowed()
          // A database that does not answer now proves nothing; the next beat asks again.
          .catch(() => true)
          .then((allowed) => (allowed ? send(": still here\n\n") : end()))
          .catch(() => end());
      }, checkEveryMs);
      const end = () => {
        stop();
        controller.close();
      };
      stop = () => {
        stop = () => undefined;
        clearInterval(beat);
        unlisten();
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end, { once: true });
      send("retry: 2000\nevent: everything\ndata: {}\n\n");
    },
    cancel: () => stop(),
  });
}

const publicPart = ({ workspaceId: _known, ...heard }: Change): string => JSON.stringify(heard);
