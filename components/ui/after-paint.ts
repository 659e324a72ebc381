/** A page that is hidden draws no frames. */
const AT_LAST_MS = 250;

/**
 * Does something once what is drawn now has been painted: when the second frame from here begins, the first is on the screen.
 * @returns how to call it off
 */
export function afterPaint(work: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(work);
    });
  });
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, AT_LAST_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
