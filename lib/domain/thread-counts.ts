/**
 * How many threads are in the lists that show a figure, kept rather than counted (but what the reader has snoozed). `trouble`: threads of the outbox that need a
 * person. Campaigns (by number), mailboxes and the category `none` count what waits; other categories all that is not done.
 */
export type ThreadCounts = {
  views: Record<CountedView, number>;
  categories: Record<string, number>;
  campaigns: Record<string, number>;
  mailboxes: Record<string, number>;
};
export type CountedView = (typeof COUNTED_VIEWS)[number];
export const COUNTED_VIEWS = [
  "inbox",
  "unread",
  "mine",
  "unassigned",
  "important",
  "snoozed",
  "reminders",
  "drafts",
  "outbox",
  "trouble",
  "untracked",
] as const;
