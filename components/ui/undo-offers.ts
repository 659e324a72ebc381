type Offer = {
  /** What would be undone; of two offers for the same thing one is enough. */
  of: string;
  undo: () => void;
  /** Another offer for the same thing was taken. */
  onTaken?: () => void;
};

const offers: Offer[] = [];

/** Offers to take something back, until it is withdrawn; the newest offer is taken first. @returns how to withdraw it */
export function offerUndo(offer: Offer): () => void {
  offers.push(offer);
  return () => {
    const index = offers.indexOf(offer);
    if (index >= 0) offers.splice(index, 1);
  };
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
