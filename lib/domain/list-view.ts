/**
 * The lists of threads a person can open. `inbox` is what waits for an answer; `open` all of a lead that is not done, which
 * stands behind the categories and has no entry of its own.
 */
export const LIST_VIEWS = [
  "inbox",
  "unread",
  "mine",
  "unassigned",
  "important",
  "drafts",
  "outbox",
  "sent",
  "done",
  "untracked",
  "all",
  "open",
] as const;
export type ListView = (typeof LIST_VIEWS)[number];

/** `newest`: who wrote last on top. `waiting`: who has waited longest on top, for lists of threads that wait. */
export const LIST_SORTS = ["newest", "waiting"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Lists of threads that all wait for an answer, so that they can be put in the order of their waiting. */
export const canSortByWaiting = (view: ListView): boolean => view === "inbox" || view === "unassigned";

/** What a filter says for "without a category" and "assigned to nobody". */
export const NONE = "none";
