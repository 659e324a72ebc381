import { roleMay } from "./permissions";
import type { Role } from "./roles";

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
  "snoozed",
  "reminders",
  "drafts",
  "outbox",
  "sent",
  "done",
  "untracked",
  "all",
  "open",
] as const;
export type ListView = (typeof LIST_VIEWS)[number];

/** Lists of what the team has before it, which are nothing to who reads no plans. */
const PLANS: readonly ListView[] = [
  "unread",
  "mine",
  "unassigned",
  "important",
  "snoozed",
  "reminders",
  "drafts",
  "outbox",
  "untracked",
];

/** Whether somebody with this role may open a list. */
export const roleMayView = (role: Role, view: ListView): boolean => roleMay(role, "plan.read") || !PLANS.includes(view);

/** Where a thread does not stand for whoever has snoozed it, until it comes back. A search finds it. */
export const WITHOUT_SNOOZED: readonly ListView[] = ["inbox", "unread", "mine", "unassigned", "important"];

/** `newest`: who wrote last on top. `waiting`: who has waited longest on top, for lists of threads that wait. */
export const LIST_SORTS = ["newest", "waiting"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/**
 * Lists of threads that all wait for an answer, so that they can be put in the order of their waiting. A search from the inbox
 * looks everywhere, also where nobody waits.
 */
export const canSortByWaiting = (view: ListView, isSearch: boolean): boolean =>
  view === "unassigned" || (view === "inbox" && !isSearch);

/** The order that a list has: the one asked for, where it can be put in that. */
export const sortOf = ({
  view,
  sort,
  q,
}: {
  view: ListView;
  sort?: ListSort | undefined;
  q?: string | undefined;
}): ListSort => (sort === "waiting" && canSortByWaiting(view, Boolean(q?.trim())) ? "waiting" : "newest");

/** What a filter says for "without a category" and "assigned to nobody". */
export const NONE = "none";
