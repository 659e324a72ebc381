type Steps = {
  /** Where each message begins, in px, as `seenFrom` is. */
  tops: readonly number[];
  /** Which has the focus; -1 where none has. */
  focused: number;
  seenFrom: number;
  by: 1 | -1;
};

/** To which message a step leads: from the one that has the focus, else from what is seen. -1 in a thread without messages. */
export function placeAfter({ tops, focused, seenFrom, by }: Steps): number {
  const last = tops.length - 1;
  if (focused >= 0) return Math.min(Math.max(focused + by, 0), last);
  const seen = tops.findIndex((top) => top >= seenFrom);
  if (by === 1) return seen < 0 ? last : seen;
  return seen < 0 ? last : Math.max(seen - 1, Math.min(0, last));
}
