import type { DraftCopy } from "./saved-draft";

/** Where the copy of a draft lies that the server does not have yet: one a thread and author. */
const keyOf = (threadId: number, authorId: string) => `draft:${authorId}:${threadId}`;

/** The copy kept in this browser, or null when there is none or it cannot be read. */
export function readDraftCopy(threadId: number, authorId: string): DraftCopy | null {
  try {
    const stored = localStorage.getItem(keyOf(threadId, authorId));
    return stored ? asCopy(JSON.parse(stored)) : null;
  } catch {
    return null;
  }
}

/** Keeps or takes away the copy. Where the browser stores nothing the draft lives on the server alone. */
export function keepDraftCopy(threadId: number, authorId: string, copy: DraftCopy | null): void {
  try {
    if (copy) localStorage.setItem(keyOf(threadId, authorId), JSON.stringify(copy));
    else localStorage.removeItem(keyOf(threadId, authorId));
  } catch {
    // Storage is full or forbidden.
  }
}

function asCopy(value: unknown): DraftCopy | null {
  const copy = value as Partial<DraftCopy> | null;
  const hasAll = copy && typeof copy.draftId === "string" && typeof copy.keptAt === "string" && copy.content;
  return hasAll && Array.isArray(copy.content?.to) && typeof copy.content.bodyHtml === "string"
    ? ({ basedOn: null, underway: null, ...copy } as DraftCopy)
    : null;
}
