/** The lists of threads a person can open. `inbox` is what waits for an answer. */
export const LIST_VIEWS = ["inbox", "unread", "mine", "unassigned", "all", "untracked", "done"] as const;
export type ListView = (typeof LIST_VIEWS)[number];
