import type { DraftCopy } from "./saved-draft";

/** Where the threads went that were merged while this page was open. */
const merged = new Map<number, number>();

/** Where the copy of a draft lies that the server does not have yet: one a thread and author. */
const keyOf = (threadId: number, authorId: string) => `draft:${authorId}:${presentThread(threadId)}`;

/** The number of a thread after the merges that this page has followed. */
export const presentThread = (threadId: number): number => merged.get(threadId) ?? threadId;

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

/** A thread was merged into another: its copy goes along, and so does what an open window still keeps under the former number. */
export function moveDraftCopy(formerId: number, threadId: number, authorId: string): void {
  const copy = readDraftCopy(formerId, authorId);
  const there = readDraftCopy(threadId, authorId);
  if (copy && presentThread(formerId) !== threadId) {
    keepDraftCopy(formerId, authorId, null);
    keepDraftCopy(threadId, authorId, there ? joined(copy, there) : copy);
  }
  for (const [from, into] of merged) if (into === formerId) merged.set(from, threadId);
  merged.set(formerId, threadId);
}

/** As the server joins two drafts: the older one's words stand below the newer one's. */
function joined(one: DraftCopy, other: DraftCopy): DraftCopy {
  const [newer, older] = one.keptAt > other.keptAt ? [one, other] : [other, one];
  const bodyHtml = `${newer.content.bodyHtml}${older.content.bodyHtml}`;
  const attachments = [...newer.content.attachments, ...older.content.attachments];
  return { ...newer, content: { ...newer.content, bodyHtml, attachments } };
}

function asCopy(value: unknown): DraftCopy | null {
  const copy = value as Partial<DraftCopy> | null;
  const hasAll = copy && typeof copy.draftId === "string" && typeof copy.keptAt === "string" && copy.content;
  return hasAll && Array.isArray(copy.content?.to) && typeof copy.content.bodyHtml === "string"
    ? ({ basedOn: null, underway: null, ...copy } as DraftCopy)
    : null;
}
