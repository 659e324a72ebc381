/** After the page's first moments, which belong to whoever presses something. */
const AFTER_MS = 200;
const AT_LAST_MS = 2_000;

/** Does something once the page has nothing better to do. @returns how to call it off */
export function whenIdle(work: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if ("requestIdleCallback" in window) idle = requestIdleCallback(work, { timeout: AT_LAST_MS });
    else work();
  }, AFTER_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
