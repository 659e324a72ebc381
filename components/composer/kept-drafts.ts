import type { DraftKeeper } from "./draft-keeper";
import { moveUploads } from "./held-uploads";
import { joinedContent, type Opened } from "./saved-draft";

/** Who keeps the draft of a thread, also while its composer is put aside or another thread is open. */
const keepers = new Map<string, DraftKeeper>();

/** Where what is kept of a draft lies. */
export const draftPlace = (threadId: number, authorId: string) => `${authorId} ${threadId}`;

export function holdKeeper(threadId: number, authorId: string, keeper: DraftKeeper): void {
  keepers.set(draftPlace(threadId, authorId), keeper);
}

/** A thread was merged into another: who still saves its draft is found there. */
export function moveKeeper(formerId: number, threadId: number, authorId: string): void {
  moveUploads(draftPlace(formerId, authorId), draftPlace(threadId, authorId));
  const keeper = keepers.get(draftPlace(formerId, authorId));
  if (keeper?.unsaved && !busyKeeper(threadId, authorId)) keepers.set(draftPlace(threadId, authorId), keeper);
}

/** The keeper that still has words to save: a second one beside it would take its save for another window's. */
export function busyKeeper(threadId: number, authorId: string): DraftKeeper | null {
  const keeper = keepers.get(draftPlace(threadId, authorId));
  return keeper?.unsaved ? keeper : null;
}

/** The draft of a thread as its keeper has it, or null when the server has all of it. */
export function unsavedDraft(threadId: number, authorId: string): Opened | null {
  const keeper = busyKeeper(threadId, authorId);
  const content = keeper?.unsaved;
  return keeper && content ? { draftId: keeper.draftId, content, savedAt: keeper.savedAt, isRestored: false } : null;
}

/**
 * A draft as it is to be shown in its thread. Where another one is not all saved yet, both become one: one draft a thread and author is
 * kept, and neither takes the other's place unasked.
 */
export function withUnsaved(threadId: number, authorId: string, opened: Opened): Opened {
  const kept = unsavedDraft(threadId, authorId);
  if (!kept || kept.draftId === opened.draftId) return opened;
  if (!opened.isRestored) busyKeeper(threadId, authorId)?.takeIn(opened.content);
  return { ...kept, content: joinedContent(kept.content, opened.content), isRestored: true };
}
