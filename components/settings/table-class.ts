/** A table of settings: hairlines between rows, heads in meta size, on phones only its first and last columns. */
export const tableClass = {
  table: "w-full border-collapse text-left",
  head: "border-b border-line bg-surface-2 text-11 text-text-3 [&_th]:h-8 [&_th]:px-2 [&_th]:font-regular [&_th:first-child]:pl-4 [&_th:last-child]:pr-4 lg:[&_th:first-child]:pl-5 lg:[&_th:last-child]:pr-5",
  row: "border-b border-line [&_td]:px-2 [&_td]:py-2 [&_td]:align-middle [&_td:first-child]:pl-4 [&_td:last-child]:pr-4 lg:[&_td:first-child]:pl-5 lg:[&_td:last-child]:pr-5",
  wideOnly: "max-md:hidden",
} as const;
