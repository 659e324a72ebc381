/** Tables of figures: hairlines between rows, figures at the right, names at the left. */
export const tableClass = {
  frame: "overflow-x-auto",
  table:
    "w-full border-collapse text-12 tabular-nums [&_td]:h-8 [&_td]:pl-3 [&_td:first-child]:pl-0 [&_th]:h-7 [&_th]:pl-3 [&_th:first-child]:pl-0 [&_th:first-child]:min-w-28",
  head: "border-b border-line-2 text-11 text-text-3 [&_th]:text-right [&_th]:font-regular [&_th:first-child]:text-left",
  row: "border-b border-line [&_td]:text-right [&_th]:text-left [&_th]:font-medium",
} as const;
