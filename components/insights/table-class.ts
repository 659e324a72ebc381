/** A shade at each side where more lies beyond it: what scrolls along covers it at the end. */
const SHADES =
  "bg-[linear-gradient(to_right,var(--surface)_40%,transparent),linear-gradient(to_left,var(--surface)_40%,transparent),linear-gradient(to_right,var(--line-2),transparent),linear-gradient(to_left,var(--line-2),transparent)] [background-attachment:local,local,scroll,scroll] bg-[position:left,right,left,right] [background-size:2rem_100%,2rem_100%,0.75rem_100%,0.75rem_100%] bg-no-repeat";

/** Tables of figures: hairlines between rows, figures at the right, names at the left. A figure stands in one line. */
export const tableClass = {
  frame: `overflow-x-auto ${SHADES}`,
  table:
    "w-full border-collapse text-12 tabular-nums [&_td]:h-8 [&_td]:pl-3 [&_td]:whitespace-nowrap [&_td:first-child]:pl-0 [&_th]:h-7 [&_th]:pl-3 [&_th:first-child]:pl-0 [&_th:first-child]:min-w-28",
  head: "border-b border-line-2 text-11 text-text-3 [&_th]:text-right [&_th]:font-regular [&_th:first-child]:text-left",
  row: "border-b border-line [&_td]:text-right [&_th]:text-left [&_th]:font-medium",
} as const;
