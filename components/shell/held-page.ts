type Go = () => void;

let asks: ((go: Go) => void) | null = null;

/** Lets a page be asked before a command leaves it. @returns how to let it go */
export function holdPage(ask: (go: Go) => void): () => void {
  asks = ask;
  return () => {
    if (asks === ask) asks = null;
  };
}

/** Goes elsewhere, if need be once somebody has said so. */
export function leavePage(go: Go): void {
  if (asks) asks(go);
  else go();
}
