import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { save } from "@/lib/actions/drafts";
import type { DraftContent } from "@/lib/domain/draft";
import type { OpenThread } from "@/lib/domain/thread-view";
import { cacheDraft } from "@/lib/queries/cached-draft";
import { fetchJson } from "@/lib/queries/fetch-json";
import { keepDraftCopy, presentThread } from "./draft-copy";
import { DraftKeeper, type KeepingState, type OtherVersion, type SaveOutcome } from "./draft-keeper";
import { busyKeeper, holdKeeper } from "./kept-drafts";

type Kept = { threadId: number; authorId: string; draftId: string; savedAt: string | null; isRestored: boolean };

/**
 * Keeps `content` saved while it changes. What was opened and never changed is not a draft yet. Whoever put the draft aside
 * before all of it was saved goes on with the same keeper.
 */
export function useDraftKeeper(kept: Kept, content: DraftContent): { keeper: DraftKeeper; keeping: KeepingState } {
  const { threadId, authorId } = kept;
  const queries = useQueryClient();
  const [keeper] = useState(
    () =>
      busyKeeper(threadId, authorId) ??
      new DraftKeeper({
        draftId: kept.draftId,
        savedAt: kept.savedAt,
        save: (draftId, wanted, basedOn) => saveDraft(threadId, draftId, wanted, basedOn),
        keepCopy: (copy) => keepDraftCopy(threadId, authorId, copy),
        onSaved: (saved) => cacheDraft(queries, presentThread(threadId), saved),
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
  useEffect(() => holdKeeper(threadId, authorId, keeper), [threadId, authorId, keeper]);
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
  if (reason === "already_sent") return { ok: false, conflict: "already_sent" };
  return { ok: false, conflict: "changed_elsewhere", other: await otherVersion(threadId) };
}

/** What the other window has saved: what is refused is read anew, so that both can be shown. */
async function otherVersion(threadId: number): Promise<OtherVersion> {
  const { signal } = new AbortController();
  const open = await fetchJson<OpenThread>(`/api/threads/${threadId}`, signal).catch(() => null);
  return open?.draft ? { content: open.draft.content, savedAt: open.draft.savedAt } : null;
}
