import { readStored, writeStored } from "@/components/ui/stored-text";
import { randomId } from "@/components/ui/random-id";
import type { DraftCopy, StoredCopy } from "./saved-draft";

/** Where the threads went that were merged while this page was open. */
const merged = new Map<number, number>();

/** Each window keeps copies of its own, so that none takes away what another has not saved yet. */
const windowId = randomId();

/** Under which the copies of a draft lie that the server does not have yet: one a thread, author and window. */
const prefixOf = (threadId: number, authorId: string) => `draft:${authorId}:${threadId}:`;
const ownKey = (threadId: number, authorId: string) => prefixOf(presentThread(threadId), authorId) + windowId;

/** The number of a thread after the merges that this page has followed. */
export const presentThread = (threadId: number): number => merged.get(threadId) ?? threadId;

/** The copies kept in this browser, also those of windows that were closed; those that cannot be read are left out. */
export function readDraftCopies(threadId: number, authorId: string): StoredCopy[] {
  return keysOf(presentThread(threadId), authorId).flatMap((key) => {
    const stored = readStored(key);
    const copy = stored && asCopy(stored);
    return copy ? [{ key, stored, copy }] : [];
  });
}

/** Keeps or takes away this window's copy. Where the browser stores nothing the draft lives on the server alone. */
export function keepDraftCopy(threadId: number, authorId: string, copy: DraftCopy | null): void {
  sayOpen();
  writeStored(ownKey(threadId, authorId), copy && JSON.stringify(copy));
}

/** Keeps words of a draft that no composer of this window holds any more; its own copy may be of another draft by now. */
export function keepCopyBeside(threadId: number, authorId: string, copy: DraftCopy): void {
  sayOpen();
  writeStored(`${ownKey(threadId, authorId)}:${copy.draftId}`, JSON.stringify(copy));
}

/** Whether this window's copy lies in the browser. */
export const hasOwnCopy = (threadId: number, authorId: string): boolean =>
  readStored(ownKey(threadId, authorId)) !== null;

/**
 * Takes copies away whose words are kept elsewhere by now, but for those that their window has written on. Another window that is
 * still open looks after its own: what it has just written may not be seen here yet.
 */
export async function forgetCopies(threadId: number, authorId: string, copies: StoredCopy[]): Promise<void> {
  const open = await openWindows();
  forgetSent(
    threadId,
    authorId,
    copies.filter(({ key }) => windowOf(key) === windowId || !open.has(windowOf(key))),
  );
}

/** Takes copies away whose words were sent or thrown away, so that no window brings them back. */
export function forgetSent(threadId: number, authorId: string, copies: StoredCopy[]): void {
  const own = ownKey(threadId, authorId);
  for (const { key, stored } of copies) if (key !== own && readStored(key) === stored) writeStored(key, null);
}

/** A thread was merged into another: its copies go along, and so does what an open window still keeps under the former number. */
export function moveDraftCopies(formerId: number, threadId: number, authorId: string): void {
  if (presentThread(formerId) !== threadId)
    for (const key of keysOf(formerId, authorId)) {
      const kept = prefixOf(threadId, authorId) + key.slice(prefixOf(formerId, authorId).length);
      // A window that wrote in both keeps both.
      writeStored(readStored(kept) === null ? kept : `${kept}:${formerId}`, readStored(key));
      writeStored(key, null);
    }
  for (const [from, into] of merged) if (into === formerId) merged.set(from, threadId);
  merged.set(formerId, threadId);
}

const lockOf = (id: string) => `draft-window:${id}`;
const windowOf = (key: string): string => key.split(":")[3] ?? "";
let isSaid = false;

/** A lock is held as long as its window lives, however that ends. Pages without a secure context have none. */
function sayOpen(): void {
  if (isSaid) return;
  isSaid = true;
  void locks()
    ?.request(lockOf(windowId), () => new Promise(() => {}))
    .catch(() => {});
}

/** The windows of this browser that keep copies and are open. */
async function openWindows(): Promise<Set<string>> {
  const known = await locks()
    ?.query()
    .catch(() => null);
  const names = [...(known?.held ?? []), ...(known?.pending ?? [])].map(({ name }) => name ?? "");
  return new Set(names.map((name) => name.replace(/^draft-window:/, "")));
}

const locks = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks;

function keysOf(threadId: number, authorId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(threadId, authorId)));
  } catch {
    return [];
  }
}

function asCopy(stored: string): DraftCopy | null {
  try {
    const copy = JSON.parse(stored) as Partial<DraftCopy> | null;
    const hasAll = copy && typeof copy.draftId === "string" && typeof copy.keptAt === "string" && copy.content;
    if (!hasAll || !Array.isArray(copy.content?.to) || typeof copy.content.bodyHtml !== "string") return null;
    const underway = Array.isArray(copy.underway) ? copy.underway : [];
    const sent = Array.isArray(copy.sent) ? copy.sent : [];
    return { basedOn: null, ...copy, underway, sent } as DraftCopy;
  } catch {
    return null;
  }
}
