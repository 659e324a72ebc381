import type { Along } from "@/components/composer/along";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { focusThread } from "./focus-thread";
import { neighbourOf } from "./neighbour";
import { toListWhenShown } from "./to-list";
import { useViewer } from "./viewer";

type Around = {
  rows: ThreadRow[];
  threadId: number | null;
  open: (id: number | null, options?: { replace?: boolean }) => void;
};

/** Where to go on after a reply was sent, as the member likes it: nowhere, to the next thread, to the list. */
export function useAfterSend({ rows, threadId, open }: Around): (along: Along) => void {
  const { viewer } = useViewer();
  return ({ archive, next: wantsNext }) => {
    const { afterDone, afterSend: usual } = viewer.preferences;
    // What is done makes way as it does without sending.
    const afterSend = wantsNext ? "next" : archive ? afterDone : usual;
    if (afterSend === "stay" || threadId === null) return;
    const order = rows.map(({ id }) => id);
    const next = afterSend === "next" ? neighbourOf(order, threadId, (id) => id !== threadId) : null;
    open(next, { replace: true });
    if (next === null) toListWhenShown();
    else focusThread(next);
  };
}
