import { askForSession } from "./session-end";
import { readingStopped } from "./stop-reading";

/** What the server tells browsers: what changed, or that anything may have. */
export type LiveChange =
  | { kind: "everything" }
  | {
      kind: "thread" | "threads" | "mailbox" | "smartlead" | "presence" | "personal" | "review";
      threadId?: number;
      threadIds?: number[];
      mailboxId?: string;
      arrived?: boolean;
    };

type Follower = {
  /** `isTeller`: this tab heard it first; what is to happen once a browser is up to it. */
  onChange: (change: LiveChange, isTeller: boolean) => void;
  /** The stream broke, or is back. */
  onStream?: (isUp: boolean) => void;
  /** When the server began to read what the page shows, in ms: from then on nothing is missed. */
  since?: number;
};
/** `broke`: the stream did, for whatever reason; whether it is back at once shows later. */
type Told = { change: LiveChange } | { isUp: boolean } | { broke: true } | { wish: "reconnect" };

const NAME = "threadwell-changes";
const RETRY_MS = 10_000;
/** A stream that is back sooner was never away. */
const PATIENCE_MS = 3000;

/**
 * Follows the changes of the workspace over one event stream a browser: browsers allow six connections a host, so the tab that
 * holds the lock listens and tells the others. When that tab closes, the next one takes over.
 * @returns how to stop
 */
export function followChanges({ onChange, onStream = () => undefined, since }: Follower): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const channel = new BroadcastChannel(NAME);
  const say = (told: Told) => !signal.aborted && channel.postMessage(told);
  let reconnect: (() => void) | undefined;
  channel.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    if ("change" in data) onChange(data.change, false);
    else if ("isUp" in data) {
      onStream(data.isUp);
      if (!data.isUp) void askForSession();
    } else if ("broke" in data) void askForSession();
    else reconnect?.();
  });
  const lead = (from: number | undefined) => {
    const stream = openStream({
      since: from,
      tell: (change) => {
        onChange(change, true);
        say({ change });
      },
      tellState: (isUp) => {
        onStream(isUp);
        say({ isUp });
      },
      tellBroke: () => {
        void askForSession();
        say({ broke: true });
      },
    });
    reconnect = stream.reconnect;
    return new Promise<void>((resolve) => {
      const end = () => resolve(stream.close());
      // A lock may be given just after it was no longer wanted.
      const over = AbortSignal.any([signal, readingStopped]);
      if (over.aborted) end();
      else over.addEventListener("abort", end);
    });
  };
  void takeTurns(signal, lead, since, () => onChange({ kind: "everything" }, false)).catch(() => undefined);
  return () => {
    stopping.abort();
    channel.close();
  };
}

/** Asks whichever tab holds the stream to try again now. */
export function reconnectStream(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage({ wish: "reconnect" } satisfies Told);
  channel.close();
}

/** Locks exist in secure contexts only; elsewhere each tab listens for itself. */
async function takeTurns(
  signal: AbortSignal,
  lead: (from: number | undefined) => Promise<void>,
  since: number | undefined,
  onLate: () => void,
): Promise<void> {
  if (!("locks" in navigator)) return lead(since);
  const wasFree = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await lead(since);
    return lock !== null;
  });
  if (wasFree || signal.aborted) return;
  // Another tab listens, and what it heard before this one was there nobody repeats.
  onLate();
  await navigator.locks.request(NAME, { signal }, () => lead(undefined));
}

type Stream = {
  since: number | undefined;
  tell: (change: LiveChange) => void;
  tellState: (isUp: boolean) => void;
  tellBroke: () => void;
};

/** Holds an event stream open; one that the server refuses is asked for again after a while, from where it broke. */
function openStream({ since, tell, tellState, tellBroke }: Stream) {
  let source: EventSource;
  let from = since;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const heard = ({ lastEventId }: MessageEvent<string>) => {
    from = Number(lastEventId) || from;
  };
  const open = () => {
    source = new EventSource(`/api/events${from ? `?since=${from}` : ""}`);
    source.addEventListener("open", () => {
      clearTimeout(patience);
      patience = undefined;
      tellState(true);
    });
    source.addEventListener("changed", (event: MessageEvent<string>) => {
      heard(event);
      tell(JSON.parse(event.data) as LiveChange);
    });
    source.addEventListener("everything", (event: MessageEvent<string>) => {
      heard(event);
      tell({ kind: "everything" });
    });
    source.addEventListener("error", () => {
      tellBroke();
      patience ??= setTimeout(() => tellState(false), PATIENCE_MS);
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    });
  };
  const close = () => {
    clearTimeout(retry);
    clearTimeout(patience);
    source.close();
  };
  open();
  return {
    close,
    reconnect: () => {
      close();
      open();
    },
  };
}
