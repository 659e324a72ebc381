import type { ListSort, ListView } from "./list-view";
import type { ThreadRow } from "./thread-view";

export type RowOrder = (one: ThreadRow, other: ThreadRow) => number;

/**
 * How the rows of a list stand to one another, as the server orders them.
 * @param sort as `sortOf` says
 * @returns null where that hangs on what a row does not say: when a draft was saved, when one of us wrote last
 */
export function rowOrderOf(view: ListView, sort: ListSort): RowOrder | null {
  if (view === "drafts" || view === "sent") return null;
  if (sort === "waiting") return by(({ awaitingSince }) => awaitingSince ?? "", 1);
  if (view === "outbox") return by(({ outbox }) => outbox?.at ?? "", 1);
  return by(({ lastMessageAt }) => lastMessageAt, -1);
}

/** Times are ISO 8601 in UTC with milliseconds, so that their letters are in the order of the times. */
const by =
  (timeOf: (row: ThreadRow) => string, direction: 1 | -1): RowOrder =>
  (one, other) => {
    const [first, second] = [timeOf(one), timeOf(other)];
    const later = first === second ? one.id - other.id : first > second ? 1 : -1;
    return later * direction;
  };
