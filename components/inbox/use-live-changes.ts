import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { followChanges, type LiveChange } from "@/lib/queries/live-changes";
import { isOffline, onConnectionChange, setStreamUp } from "./connection";
import { liveReader } from "./live-reader";

type Arrived = (threadIds: number[], isTeller: boolean) => Promise<void>;
/** Answers that come together are told of together. */
const TOGETHER_MS = 300;

type LiveChangesModel = { renderedAt: string; onArrived: Arrived; onPersonal: (isTeller: boolean) => Promise<void> };

/** Follows what changes on the server and reads it again; after a time without the server, everything. */
export function useLiveChanges({ renderedAt, onArrived, onPersonal }: LiveChangesModel): void {
  const queries = useQueryClient();
  const tellArrived = useEffectEvent(onArrived);
  const tellPersonal = useEffectEvent(onPersonal);
  useEffect(() => {
    const reader = liveReader(queries);
    const arrivals = gatherArrivals((threadIds, isTeller) => void tellArrived(threadIds, isTeller));
    const stopFollowing = followChanges({
      since: Date.parse(renderedAt),
      onStream: setStreamUp,
      onChange: (change, isTeller) => {
        reader.take(change);
        arrivals.take(change, isTeller);
        if (change.kind === "personal") void tellPersonal(isTeller);
      },
    });
    const stopWatching = onConnectionChange(() => {
      if (!isOffline()) reader.take({ kind: "everything" });
    });
    return () => {
      stopFollowing();
      stopWatching();
      reader.stop();
      arrivals.stop();
    };
  }, [queries, renderedAt]);
}

function gatherArrivals(tell: (threadIds: number[], isTeller: boolean) => void) {
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
