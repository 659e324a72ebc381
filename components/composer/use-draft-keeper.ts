import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { save } from "@/lib/actions/drafts";
import type { DraftContent } from "@/lib/domain/draft";
import { keepDraftCopy } from "./draft-copy";
import { DraftKeeper, type KeepingState, type SaveOutcome } from "./draft-keeper";

type Kept = { threadId: number; authorId: string; draftId: string; savedAt: string | null; isRestored: boolean };

/** Keeps `content` saved while it changes. What was opened and never changed is not a draft yet. */
export function useDraftKeeper(kept: Kept, content: DraftContent): { keeper: DraftKeeper; keeping: KeepingState } {
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        draftId: kept.draftId,
        savedAt: kept.savedAt,
        save: (draftId, wanted, basedOn) => saveDraft(kept.threadId, draftId, wanted, basedOn),
        keepCopy: (copy) => keepDraftCopy(kept.threadId, kept.authorId, copy),
        now: () => new Date(),
      }),
  );
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  const written = JSON.stringify(content);
  // What came from this browser's own copy is not on the server yet.
  const last = useRef(kept.isRestored ? "" : written);
  const onWritten = useEffectEvent(() => {
    if (last.current === written) return;
    last.current = written;
    keeper.change(content);
  });
  useEffect(() => onWritten(), [written]);
  useEffect(() => {
    const leave = () => void keeper.flush();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [keeper]);
  return { keeper, keeping };
}

async function saveDraft(
  threadId: number,
  draftId: string,
  content: DraftContent,
  basedOn: string | null | undefined,
): Promise<SaveOutcome> {
  const answer = await save({ threadId, draftId, content, ...(basedOn === undefined ? {} : { basedOn }) });
  if (answer.ok) return { ok: true, ...answer.data };
  const { code, reason } = answer.error;
  if (code !== "conflict") return { ok: false, conflict: null };
  return { ok: false, conflict: reason === "already_sent" ? "already_sent" : "changed_elsewhere" };
}
