type Go = () => void;
/** Somebody on the page, such as a form, who may have something unsaved, and who asks before it is left. */
type Holder = { isUnsaved: () => boolean; ask: (go: Go) => void };

const holders = new Set<Holder>();

/** Lets a page be asked before it is left, by each of several forms. @returns how to let it go */
export function holdPage(holder: Holder): () => void {
  holders.add(holder);
  return () => void holders.delete(holder);
}

export const isPageHeld = (): boolean => holderOf() !== undefined;

/** Goes elsewhere, if need be once somebody has said so: asked once, whoever else has something unsaved. */
export function leavePage(go: Go): void {
  const holder = holderOf();
  if (!holder) return go();
  holder.ask(() => {
    holders.clear();
    go();
  });
}

const holderOf = (): Holder | undefined => [...holders].find((holder) => holder.isUnsaved());
