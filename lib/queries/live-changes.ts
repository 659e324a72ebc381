/** What the server tells browsers: what changed, or that anything may have. */
export type LiveChange =
  | { kind: "everything" }
  | {
      kind: "thread" | "threads" | "mailbox";
      threadId?: number;
      threadIds?: number[];
      mailboxId?: string;
      arrived?: boolean;
    };

const NAME = "threadwell-changes";
const RETRY_MS = 10_000;

/**
 * Follows the changes of the workspace over one event stream a browser: browsers allow six connections a host, so the tab that
 * holds the lock listens and tells the others. When that tab closes, the next one takes over.
 * @returns how to stop
 */
export function followChanges(onChange: (change: LiveChange) => void): () => void {
  const stopping = new AbortController();
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }: MessageEvent<LiveChange>) => onChange(data));
  const tell = (change: LiveChange) => {
    onChange(change);
    channel.postMessage(change);
  };
  const lead = () => listenUntil(stopping.signal, tell);
  // Locks exist in secure contexts only; elsewhere each tab listens for itself.
  if ("locks" in navigator) navigator.locks.request(NAME, { signal: stopping.signal }, lead).catch(() => undefined);
  else void listenUntil(stopping.signal, onChange);
  return () => {
    stopping.abort();
    channel.close();
  };
}

/** Holds an event stream open until `signal`; a stream that the server refuses is asked for again after a while. */
function listenUntil(signal: AbortSignal, tell: (change: LiveChange) => void): Promise<void> {
  return new Promise((resolve) => {
    // A lock may be given just after it was no longer wanted.
    if (signal.aborted) return resolve();
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource("/api/events");
      source.addEventListener("changed", ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as LiveChange));
      source.addEventListener("everything", () => tell({ kind: "everything" }));
      source.addEventListener("error", () => {
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
      });
    };
    open();
    signal.addEventListener("abort", () => {
      clearTimeout(retry);
      source.close();
      resolve();
    });
  });
}
