/** What inputs, selects and text areas share. `aria-invalid` turns the edge. Phones zoom into a field of less than 16 px. */
export const controlClass = [
  "base:w-full min-w-0 rounded-2 border base:border-line-control base:bg-surface base:px-2 base:text-13 base:max-md:text-16 text-text transition-colors duration-1",
  "focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0",
  "aria-invalid:border-bad aria-invalid:outline-bad disabled:border-line-2 disabled:bg-surface-2 disabled:text-text-off",
].join(" ");
