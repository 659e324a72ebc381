import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { save } from "@/lib/actions/drafts";
import type { DraftContent } from "@/lib/domain/draft";
import { cacheDraft } from "@/lib/queries/cached-draft";
import { forgetCopies, forgetSent, hasOwnCopy, keepDraftCopy, presentThread } from "./draft-copy";
import { tellDraft } from "./draft-news";
import { DraftKeeper, type KeepingState, type SaveOutcome } from "./draft-keeper";
import { busyKeeper, holdKeeper } from "./kept-drafts";
import { otherVersion } from "./other-version";
import type { Opened, SavedDraft } from "./saved-draft";

type Kept = Omit<Opened, "content"> & { threadId: number; authorId: string };

type DraftKeeping = {
  keeper: DraftKeeper;
  keeping: KeepingState;
  /** Keeps what was just written, before it is drawn: a page that is left in between loses nothing. */
  keep: (newest: DraftContent) => void;
  /** What another window has saved is shown from now on, as `shown`. */
  follow: (saved: SavedDraft, shown: DraftContent) => void;
};

/**
 * Keeps `content` saved while it changes. What was opened and never changed is not a draft yet. Whoever put the draft aside
 * before all of it was saved goes on with the same keeper.
 */
export function useDraftKeeper(kept: Kept, content: DraftContent): DraftKeeping {
  const { threadId, authorId } = kept;
  const queries = useQueryClient();
  const [keeper] = useState(
    () =>
      busyKeeper(threadId, authorId) ??
      new DraftKeeper({
        draftId: kept.draftId,
        savedAt: kept.savedAt,
        ...(kept.underway ? { underway: kept.underway } : {}),
        ...(kept.sent ? { sent: kept.sent } : {}),
        save: (draftId, wanted, basedOn) => saveDraft(threadId, draftId, wanted, basedOn),
        keepCopy: (copy) => keepDraftCopy(threadId, authorId, copy),
        onForgotten: () => forgetSent(threadId, authorId, kept.copies ?? []),
        onSaved: (saved) => {
          cacheDraft(queries, presentThread(threadId), saved);
          tellDraft({ threadId: presentThread(threadId), authorId, saved });
        },
        now: () => new Date(),
      }),
  );
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  const written = JSON.stringify(content);
  // What came from this browser's own copy is not on the server yet.
  const last = useRef(kept.isRestored ? "" : written);
  const keep = useCallback(
    (newest: DraftContent) => {
      const words = JSON.stringify(newest);
      if (last.current === words) return;
      last.current = words;
      keeper.change(newest);
    },
    [keeper],
  );
  const follow = (saved: SavedDraft, shown: DraftContent) => {
    last.current = JSON.stringify(shown);
    keeper.follow(saved);
  };
  const onWritten = useEffectEvent(() => keep(content));
  useEffect(() => holdKeeper(threadId, authorId, keeper), [threadId, authorId, keeper]);
  useEffect(() => onWritten(), [written]);
  const onKept = useEffectEvent(() => {
    if (kept.copies && (!kept.isRestored || hasOwnCopy(threadId, authorId)))
      void forgetCopies(threadId, authorId, kept.copies);
  });
  // After the words of the copies have been kept as this window's own.
  useEffect(() => onKept(), []);
  useEffect(() => {
    const leave = () => void keeper.flush();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [keeper]);
  return { keeper, keeping, keep, follow };
}

async function saveDraft(
  threadId: number,
  draftId: string,
  content: DraftContent,
  basedOn: string | null,
): Promise<SaveOutcome> {
  const answer = await save({ threadId, draftId, content, basedOn });
  if (answer.ok) return { ok: true, ...answer.data };
  const { code, reason } = answer.error;
  if (code !== "conflict") return { ok: false, conflict: null };
  if (reason === "already_sent") return { ok: false, conflict: "already_sent" };
  return { ok: false, conflict: "changed_elsewhere", ...(await otherVersion(threadId)) };
}
