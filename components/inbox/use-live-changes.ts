import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { followChanges } from "@/lib/queries/live-changes";
import { isOffline, onConnectionChange, setStreamUp } from "./connection";
import { liveHearer } from "./live-hearer";
import { liveReader } from "./live-reader";

type LiveChangesModel = {
  renderedAt: string;
  onArrived: (threadIds: number[], isTeller: boolean) => Promise<void>;
  onPersonal: (isTeller: boolean) => Promise<void>;
};

/** Follows what changes on the server and reads it again; after a time without the server, everything. */
export function useLiveChanges({ renderedAt, onArrived, onPersonal }: LiveChangesModel): void {
  const queries = useQueryClient();
  const tellArrived = useEffectEvent(onArrived);
  const tellPersonal = useEffectEvent(onPersonal);
  useEffect(() => {
    const reader = liveReader(queries);
    const hearer = liveHearer({
      read: reader.take,
      onArrived: (threadIds, isTeller) => void tellArrived(threadIds, isTeller),
      onPersonal: (isTeller) => void tellPersonal(isTeller),
    });
    const stopFollowing = followChanges({
      since: Date.parse(renderedAt),
      onStream: setStreamUp,
      onChange: hearer.take,
    });
    const stopWatching = onConnectionChange(() => {
      if (!isOffline()) reader.take({ kind: "everything" });
    });
    return () => {
      stopFollowing();
      stopWatching();
      reader.stop();
      hearer.stop();
    };
  }, [queries, renderedAt]);
}
