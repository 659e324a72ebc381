import type { ThreadRow } from "@/lib/domain/thread-view";

/**
 * The rows of a list, with the open thread's where it stood before if it has left: what is read leaves Unread, what is answered leaves
 * the inbox, and the keys would be about the row that moved into its place.
 * @param before what was shown before of the same list
 */
export function keepOpenRow(rows: ThreadRow[], before: readonly ThreadRow[], openId: number | null): ThreadRow[] {
  const place = before.findIndex(({ id }) => id === openId);
  if (place < 0 || rows.some(({ id }) => id === openId)) return rows;
  const at = new Map(rows.map(({ id }, index) => [id, index]));
  const isThere = ({ id }: ThreadRow) => at.has(id);
  const above = before.slice(0, place).findLast(isThere);
  const below = before.slice(place + 1).find(isThere);
  const to = above ? at.get(above.id)! + 1 : below ? at.get(below.id)! : 0;
  return rows.toSpliced(to, 0, before[place]!);
}
