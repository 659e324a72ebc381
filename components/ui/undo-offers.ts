type Offer = {
  /** What would be undone; of two offers for the same thing one is enough. */
  of: string;
  undo: () => void;
  /** Another offer for the same thing was taken. */
  onTaken?: () => void;
};

const offers: Offer[] = [];

/**
 * Offers to take something back, until it is withdrawn. What was offered last is taken first; another offer for the same thing
 * has the place of the first, since that was when it was done.
 * @returns how to withdraw it
 */
export function offerUndo(offer: Offer): () => void {
  const last = offers.findLastIndex(({ of }) => of === offer.of);
  offers.splice(last < 0 ? offers.length : last + 1, 0, offer);
  return () => {
    const index = offers.indexOf(offer);
    if (index >= 0) offers.splice(index, 1);
  };
}

/** What was offered to be undone is over, by another way than the offers: none of them stands any longer. */
export function endUndo(what: string): void {
  const over = offers.filter(({ of }) => of === what);
  for (const offer of over) offers.splice(offers.indexOf(offer), 1);
  for (const { onTaken } of over) onTaken?.();
}

export const hasUndo = (): boolean => offers.length > 0;

/** Takes back the newest thing that can still be taken back. */
export function takeUndo(): void {
  const newest = offers.at(-1);
  if (!newest) return;
  const same = offers.filter(({ of }) => of === newest.of);
  for (const offer of same) offers.splice(offers.indexOf(offer), 1);
  newest.undo();
  for (const offer of same) if (offer !== newest) offer.onTaken?.();
}

let ahead = 0;

/**
 * Offers to take back what has just been asked for and is not answered yet: until it is said that it is done, the key of undo would mean
 * what was done before.
 * @param of what it is, when other offers are made for it
 * @returns what is called once the answer is there, with how to take it back (null for not at all) and how to say that it is done: the
 * first where somebody has asked for it meanwhile, neither where another offer for the same was taken
 */
export function offerAhead(
  of: string = `ahead-${++ahead}`,
): (undo: (() => void) | null, say?: (of: string) => void) => void {
  let state: "offered" | "wanted" | "taken" = "offered";
  const withdraw = offerUndo({ of, undo: () => (state = "wanted"), onTaken: () => (state = "taken") });
  return (undo, say) => {
    if (state === "wanted" && undo) undo();
    else if (state !== "taken") say?.(of);
    withdraw();
  };
}
