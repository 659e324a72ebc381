import type { DraftContent } from "@/lib/domain/draft";

/** What this browser keeps of a draft that the server may not have. */
export type DraftCopy = { draftId: string; content: DraftContent; keptAt: string };

/** A draft as the server has it. Times are ISO 8601. */
export type SavedDraft = { draftId: string; content: DraftContent; savedAt: string };

/** Who writes: whose draft it is, whose clock is "yours", and how long the server holds a reply for Undo. */
export type Viewer = { id: string; name: string; timeZone: string; undoSeconds: number };

/** What a composer opens with. `isRestored`: from this browser's copy, which the server does not have yet. */
export type Opened = { draftId: string; content: DraftContent; savedAt: string | null; isRestored: boolean };

/** The newer of the server's draft and this browser's copy. The server's id wins, since it has one draft a thread and author. */
export function restoredDraft(saved: SavedDraft | null, copy: DraftCopy | null): Opened | null {
  if (copy && (!saved || copy.keptAt > saved.savedAt))
    return {
      draftId: saved?.draftId ?? copy.draftId,
      content: copy.content,
      savedAt: saved?.savedAt ?? null,
      isRestored: true,
    };
  return saved && openedOf(saved);
}

export const openedOf = ({ draftId, content, savedAt }: SavedDraft): Opened => ({
  draftId,
  content,
  savedAt,
  isRestored: false,
});

/** Of what was put aside here and what the server has, the one saved later: behind the bar what was put aside is saved on. */
export function savedLater(own: Opened | null, theirs: Opened | null): Opened | null {
  if (!own || !theirs) return own ?? theirs;
  return (theirs.savedAt ?? "") > (own.savedAt ?? "") ? theirs : own;
}
