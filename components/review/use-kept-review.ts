import { useCallback, useSyncExternalStore } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { NOTHING_KEPT, type KeptReview } from "./kept-review";

const kept = new Map<string, KeptReview>();
const listeners = new Set<() => void>();
const keyOf = (memberId: string, reviewId: string): string => `threadwell-review-${memberId}-${reviewId}`;

/** What the viewer has begun about a reply, as long as this tab lives, and how it is changed; null lets it all go. */
export function useKeptReview(reviewId: string) {
  const { viewer } = useViewer();
  const key = keyOf(viewer.id, reviewId);
  const now = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => NOTHING_KEPT,
  );
  const change = useCallback(
    (next: ((now: KeptReview) => KeptReview) | null) => write(key, next ? next(read(key)) : null),
    [key],
  );
  return { now, change };
}

export type Kept = ReturnType<typeof useKeptReview>;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function read(key: string): KeptReview {
  const known = kept.get(key) ?? stored(key);
  kept.set(key, known);
  return known;
}

function stored(key: string): KeptReview {
  try {
    const text = sessionStorage.getItem(key);
    return text ? { ...NOTHING_KEPT, ...(JSON.parse(text) as Partial<KeptReview>) } : NOTHING_KEPT;
  } catch {
    return NOTHING_KEPT;
  }
}

function write(key: string, next: KeptReview | null): void {
  kept.set(key, next ?? NOTHING_KEPT);
  try {
    if (next) sessionStorage.setItem(key, JSON.stringify(next));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is full or forbidden: it is kept as long as the page is.
  }
  for (const listener of listeners) listener();
}
