import type { ListSort, ListView } from "./list-view";
import type { RowPlace } from "./thread-view";

export type RowOrder = (one: RowPlace, other: RowPlace) => number;

/**
 * How the rows of a list stand to one another, as the server orders them: the newest first, but for what is waited for.
 * @param sort as `sortOf` says
 */
export const rowOrderOf = (view: ListView, sort: ListSort): RowOrder =>
  byListedAt(sort === "waiting" || SOONEST_FIRST.includes(view) ? 1 : -1);

const SOONEST_FIRST: readonly ListView[] = ["outbox", "snoozed", "reminders"];

/** Times are ISO 8601 in UTC with milliseconds, so that their letters are in the order of the times. */
const byListedAt =
  (direction: 1 | -1): RowOrder =>
  (one, other) => {
    const later = one.listedAt === other.listedAt ? one.id - other.id : one.listedAt > other.listedAt ? 1 : -1;
    return later * direction;
  };
