import { useState } from "react";
import { knownUntil, teammatesReplies, type TeammatesReply } from "@/lib/domain/teammates-replies";
import type { ThreadView } from "@/lib/domain/thread-view";

type Known = { until: string; hasSeen: boolean };

/** By draft: who puts one aside and goes on has not read more by that. */
const known = new Map<string, Known>();

export type BesideModel = {
  /** Of when the author's knowledge of the thread is. */
  until: string;
  /** The newest reply of a teammate that the author has not said to have read. */
  unseen: TeammatesReply | null;
  /** The author has said so of one, and writes nevertheless. */
  hasSeen: boolean;
  see: () => void;
};

/** What teammates have replied since the draft was begun. That it stands on the screen proves nothing: its author says to have read it. */
export function useBeside(thread: ThreadView, memberId: string, draftId: string): BesideModel {
  const [seen, setSeen] = useState(() => {
    const begun = known.get(draftId) ?? { until: knownUntil(thread, memberId), hasSeen: false };
    known.set(draftId, begun);
    return begun;
  });
  const unseen = teammatesReplies(thread, memberId).find(({ acceptedAt }) => acceptedAt > seen.until) ?? null;
  const see = () => {
    const next = { until: knownUntil(thread, memberId), hasSeen: true };
    known.set(draftId, next);
    setSeen(next);
  };
  return { ...seen, unseen, see };
}
