import type { DraftContent } from "@/lib/domain/draft";

/**
 * What this browser keeps of a draft that the server may not have: when the version was saved that it goes on from (null for
 * none), and what was on its way to the server meanwhile.
 */
export type DraftCopy = {
  draftId: string;
  content: DraftContent;
  keptAt: string;
  basedOn: string | null;
  underway: DraftContent | null;
};

/** A draft as the server has it. Times are ISO 8601. */
export type SavedDraft = { draftId: string; content: DraftContent; savedAt: string };

/** Who writes: whose draft it is, whose clock is "yours", and how long the server holds a reply for Undo. */
export type Viewer = { id: string; name: string; timeZone: string; undoSeconds: number };

/** What a composer opens with. `isRestored`: from this browser's copy, which the server does not have yet. */
export type Opened = { draftId: string; content: DraftContent; savedAt: string | null; isRestored: boolean };

/**
 * The newer of the server's draft and this browser's copy. A copy that goes on from what the server has is newer whatever the two
 * clocks say, which are compared only where another window has saved since. The server's id wins, since it has one draft a
 * thread and author.
 */
export function restoredDraft(saved: SavedDraft | null, copy: DraftCopy | null): Opened | null {
  if (copy && (!saved || goesOnFrom(copy, saved) || copy.keptAt > saved.savedAt))
    return {
      draftId: saved?.draftId ?? copy.draftId,
      content: copy.content,
      savedAt: saved?.savedAt ?? null,
      isRestored: true,
    };
  return saved && openedOf(saved);
}

const goesOnFrom = ({ basedOn, underway }: DraftCopy, saved: SavedDraft): boolean =>
  basedOn === saved.savedAt || (underway !== null && isSameContent(underway, saved.content));

/** Whether two versions say the same; keys come back from the server in another order. */
export const isSameContent = (one: DraftContent, other: DraftContent): boolean => inOrder(one) === inOrder(other);

const inOrder = (content: DraftContent): string =>
  JSON.stringify(content, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

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
