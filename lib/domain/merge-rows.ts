import type { RowOrder } from "./row-order";
import type { ThreadPage, ThreadRow } from "./thread-view";

/**
 * Puts what is known newly of a few threads into the pages of a list that were read: rows change where they stand, move to
 * where they belong, come in, or leave. What belongs below all that was read is left to the next page. Pages that nothing
 * happened in stay the same objects.
 * @param ids the threads that were asked for
 * @param rows those of them that the list still has
 */
export function mergeRows(pages: ThreadPage[], ids: number[], rows: ThreadRow[], order: RowOrder): ThreadPage[] {
  const end = pages.at(-1)?.end;
  const kept = rows.filter((row) => !end || order(row, end) <= 0);
  return kept.toSorted(order).reduce(
    (merged, row) => insert(merged, row, order),
    pages.map((page) => without(page, ids)),
  );
}

function without(page: ThreadPage, ids: number[]): ThreadPage {
  const rows = page.rows.filter(({ id }) => !ids.includes(id));
  return rows.length === page.rows.length ? page : { ...page, rows };
}

/** Puts a row before the first that belongs behind it. */
function insert(pages: ThreadPage[], row: ThreadRow, order: RowOrder): ThreadPage[] {
  const isBehind = (other: ThreadRow) => order(row, other) < 0;
  const found = pages.findIndex((page) => page.rows.some(isBehind));
  const at = found === -1 ? pages.length - 1 : found;
  return pages.map((page, index) => {
    if (index !== at) return page;
    const before = page.rows.findIndex(isBehind);
    return { ...page, rows: page.rows.toSpliced(before === -1 ? page.rows.length : before, 0, row) };
  });
}
