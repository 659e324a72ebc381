import { diffWordsWithSpace } from "diff";
import type { ReviewComment } from "@/lib/domain/review-view";

/** A stretch of a text: the same as before, new, or gone; `start` counts in the text as it is now, and what is gone has none. */
export type Stretch = {
  text: string;
  kind: "same" | "added" | "removed";
  start: number | null;
  commentId: string | null;
};

export type Anchor = { commentId: string; start: number; end: number };

/** Longer texts are shown without marks: comparing them would hold the page up. */
const MOST_CHARACTERS = 60_000;

/**
 * A text in stretches, each wholly inside or outside of every passage that somebody has said something about.
 * @param before what it is compared with; null to mark no changes
 */
export function changedText(before: string | null, now: string, anchors: Anchor[]): Stretch[] {
  const isCompared = before !== null && before.length + now.length <= MOST_CHARACTERS;
  const changes = isCompared ? diffWordsWithSpace(before, now) : [{ value: now, added: false, removed: false }];
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { value, added, removed } of changes) {
    if (removed) {
      stretches.push({ text: value, kind: "removed", start: null, commentId: null });
      continue;
    }
    stretches.push(...cut(value, start, anchors).map((part) => ({ ...part, kind: added ? "added" : "same" }) as const));
    start += value.length;
  }
  return stretches;
}

/** Where the open words of a review stand in a text: at their passage, or where the same words are now. */
export function anchorsIn(text: string, comments: ReviewComment[], version: number): Anchor[] {
  return comments.flatMap(({ id, passage, settledAt, version: of }) => {
    if (!passage || settledAt !== null) return [];
    const { quote } = passage;
    const isThere = of === version && text.startsWith(quote, passage.start);
    const start = isThere ? passage.start : text.indexOf(quote);
    return start === -1 ? [] : [{ commentId: id, start, end: start + quote.length }];
  });
}

function cut(value: string, offset: number, anchors: Anchor[]): Omit<Stretch, "kind">[] {
  const end = offset + value.length;
  const edges = anchors.flatMap((anchor) => [anchor.start, anchor.end]).filter((edge) => edge > offset && edge < end);
  const cuts = [...new Set([offset, ...edges, end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    text: value.slice(from - offset, cuts[index + 1]! - offset),
    start: from,
    commentId: anchors.find((anchor) => anchor.start <= from && from < anchor.end)?.commentId ?? null,
  }));
}
