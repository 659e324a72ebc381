/** What inputs, selects and text areas share. `aria-invalid` turns the edge. */
export const controlClass = [
  "base:w-full min-w-0 rounded-2 border base:border-line-control base:bg-surface base:px-2 base:text-13 text-text transition-colors duration-1",
  "focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0",
  "aria-invalid:border-bad aria-invalid:outline-bad disabled:border-line-2 disabled:bg-surface-2 disabled:text-text-off",
].join(" ");
