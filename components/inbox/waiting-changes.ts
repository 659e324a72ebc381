import type { LiveChange } from "@/lib/queries/live-changes";

/** What is written in one transaction, or just after, is read together. */
const TOGETHER_MS = 25;
const PAUSE_MS = 150;
/** What was read so lately and changes again is on its way through several states, as a reply is: it is read when it rests. */
const LATELY_MS = 1_000;
const REST_MS = 200;
const AT_LAST_MS = 600;

/** Changes that wait to be read, and how long they do. Moments are in ms. */
export function waitingChanges() {
  let waiting: LiveChange[] = [];
  let firstAt = 0;
  let lastAt = 0;
  let hasNew = false;
  let readAt = 0;
  let takenAt = new Map<string, number>();
  const isRepeated = (change: LiveChange, now: number) =>
    !("arrived" in change && change.arrived) && now - (takenAt.get(nameOf(change)) ?? -Infinity) < LATELY_MS;
  return {
    add: (change: LiveChange, now: number) => {
      if (waiting.length === 0) firstAt = now;
      lastAt = now;
      hasNew ||= !isRepeated(change, now);
      waiting.push(change);
    },
    /** How long from now on they wait still. */
    delay: (now: number): number => {
      const soon = Math.max(firstAt + TOGETHER_MS, readAt + PAUSE_MS);
      const due = hasNew ? soon : Math.max(soon, Math.min(lastAt + REST_MS, firstAt + AT_LAST_MS));
      return Math.max(0, due - now);
    },
    takeAll: (now: number): LiveChange[] => {
      const taken = waiting;
      const lately = [...takenAt].filter(([, at]) => now - at < LATELY_MS);
      takenAt = new Map([...lately, ...taken.map((change) => [nameOf(change), now] as const)]);
      waiting = [];
      hasNew = false;
      return taken;
    },
    wasRead: (now: number) => {
      readAt = now;
    },
    hasAny: (): boolean => waiting.length > 0,
  };
}

const nameOf = (change: LiveChange): string =>
  change.kind === "everything"
    ? change.kind
    : [change.kind, change.threadId, change.mailboxId, ...(change.threadIds ?? [])].join();
