import { isFor, type Listener, narrowed, type Told, toldOf } from "./heard-by";
import { changesSince, listen } from "./listen";
import type { Change } from "./notify";

type Options = {
  workspaceId: string;
  listener: Listener;
  /** Asked again and again, and whenever somebody's access changes: as whom the listener may still hear; null for not any more. */
  askAgain: () => Promise<Listener | null>;
  signal: AbortSignal;
  /** Of when the listener's knowledge is, in ms: what changed from then on is told first. */
  since?: number;
  checkEveryMs?: number;
};

const CHECK_MS = 15_000;

/**
 * Server-sent events about one workspace: `changed` with what changed, as far as the listener may see it, `everything` when something
 * may have been missed or what they may see has changed. Each has the time as its id, which browsers send along when they come back.
 * An id alone every 15 s keeps proxies from closing the stream; in the same beat the listener's right is checked, and the stream ends
 * with it. It is also checked when a change of access is heard, so that who is shut out hears nothing more.
 */
export function changeStream({
  workspaceId,
  listener,
  askAgain,
  signal,
  since,
  checkEveryMs = CHECK_MS,
}: Options): ReadableStream {
  const text = new TextEncoder();
  let isOver = false;
  let who = listener;
  let stop = () => undefined as void;
  return new ReadableStream({
    start(controller) {
      // The listener may go while it is asked whether they may stay.
      const send = (frame: string) => isOver || controller.enqueue(text.encode(frame));
      const say = (told: Told) => send(`${id()}event: changed\ndata: ${JSON.stringify(told)}\n\n`);
      const tellEverything = () => send(`${id()}event: everything\ndata: {}\n\n`);
      const check = (goOn: () => unknown) =>
        askAgain()
          // A database that does not answer now proves nothing; the next beat asks again.
          .catch(() => who)
          .then((now) => {
            if (now === null) return end();
            who = now;
            goOn();
          })
          .catch(() => end());
      const tell = inOrder(async (change: Change) => {
        if (change.kind === "access") await check(tellEverything);
        else if (who.seenAmong === null) say(toldOf(change));
        else {
          const told = await narrowed(who.seenAmong, toldOf(change)).catch(() => "unknown" as const);
          if (told === "unknown") tellEverything();
          else if (told) say(told);
        }
      });
      const hear = (change: Change) => {
        if (change.workspaceId !== workspaceId) return;
        const isOthersAccess = change.kind === "access" && change.memberId && change.memberId !== who.memberId;
        if (!isOthersAccess && isFor(who, change)) tell(change);
      };
      const unlisten = listen((heard) => (heard.kind === "lost" ? tellEverything() : hear(heard.change)));
      const beat = setInterval(() => void check(() => send(`${id()}\n`)), checkEveryMs);
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
      if (missed) missed.forEach(hear);
      else tellEverything();
    },
    cancel: () => stop(),
  });
}

const id = (): string => `id: ${Date.now()}\n`;

/** One after the other: what is asked about first is told first, and nothing is told before a change of access was looked at. */
function inOrder<Each>(work: (each: Each) => Promise<void>): (each: Each) => void {
  let last = Promise.resolve();
  return (each) => {
    last = last.then(() => work(each));
  };
}
