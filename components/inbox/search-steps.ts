const searched = (): string | null => new URLSearchParams(window.location.search).get("q");

/** The search in the address that has been asked for as it is: what comes after it takes a step of its own. */
let settled: string | null | undefined;

if (typeof window !== "undefined")
  window.addEventListener("popstate", () => {
    settled = searched();
  });

/**
 * Whether a search makes a step of history, so that Back leads to what was there before: beginning and leaving one does, and so
 * does what is typed over one that was confirmed, came with the page, or was come back to. Typing on does not. It goes by the
 * address as it is now: what was typed a moment ago is not in it yet.
 */
export function isSearchStep(q: string): boolean {
  const before = searched();
  if (settled === undefined) settled = before;
  const isStep = (before === null) === Boolean(q) || (before !== null && before === settled && before !== q);
  // What was typed over one is a beginning, even when it comes by the same words again.
  if (before !== settled) settled = null;
  return isStep;
}

/** What was asked for is so as it stands. */
export function settleSearch(q: string): void {
  settled = q || null;
}
