import type { LiveChange } from "@/lib/queries/live-changes";

type Arrived = (threadIds: number[], isTeller: boolean) => void;
type Hearers = {
  read: (change: LiveChange) => void;
  onArrived: Arrived;
  onPersonal: (isTeller: boolean) => void;
};
/** Answers that come together are told of together. */
const TOGETHER_MS = 300;

/** Tells of each change whoever has something to do about it: what is read again, answers that came, what is for the viewer. */
export function liveHearer({ read, onArrived, onPersonal }: Hearers) {
  const arrivals = gatherArrivals(onArrived);
  return {
    take: (change: LiveChange, isTeller: boolean) => {
      read(change);
      arrivals.take(change, isTeller);
      // Where changes were missed, what is for the viewer may be among them; what was told is not told again.
      if (change.kind === "personal" || change.kind === "everything") onPersonal(isTeller);
    },
    stop: arrivals.stop,
  };
}

function gatherArrivals(tell: Arrived) {
  const ids = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    take: (change: LiveChange, isTeller: boolean) => {
      if (!("arrived" in change) || !change.arrived || !change.threadId) return;
      ids.add(change.threadId);
      timer ??= setTimeout(() => {
        timer = undefined;
        tell([...ids], isTeller);
        ids.clear();
      }, TOGETHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
