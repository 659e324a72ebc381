/** What can be done with threads, one by one and many at once. */
export type TriageChange =
  | { kind: "done" | "read" | "important"; on: boolean }
  | { kind: "category"; categoryId: string | null }
  | AssigneeChange;

/**
 * Gives threads to somebody, or to nobody. `note` says why and what next: it is kept as a note of each thread, once for each
 * `pressId`, which the form makes. A `claim` is the actor's
 * own and takes only what is nobody's; without it, giving is by hand and overrides whoever has a thread.
 */
export type AssigneeChange = {
  kind: "assignee";
  assigneeId: string | null;
  note?: string | undefined;
  pressId?: string | undefined;
  claim?: boolean | undefined;
};

/** How many threads one request may change. */
export const TRIAGE_LIMIT = 500;

/** How many messages threads have, by their numbers, as far as whoever asks has been told. */
export type MessageCounts = Record<string, number>;

export type TriageKind = TriageChange["kind"];

/**
 * How a thread stood: `done` the time it was marked (ISO 8601) or null, `read` the ids of its unread messages,
 * `important` whether it is, `category` and `assignee` the id or null.
 */
export type TriageValue = string | boolean | string[] | null;
export type TriagedThread = { threadId: number; before: TriageValue; after: TriageValue };

/** An outcome for each thread: what was changed and from what, and what was not and why. */
export type TriageOutcome = {
  kind: TriageKind;
  changed: TriagedThread[];
  unchanged: Unchanged[];
};

/** `answered`: they have written what whoever asked has not seen. `taken`: somebody else has claimed it before; `by` is their name. */
export type Unchanged =
  | { threadId: number; reason: "already" | "not_found" | "answered" }
  | { threadId: number; reason: "taken"; by: string };

/** What an undo did: threads that somebody (`by`) has changed again since are left as they are. */
export type UndoOutcome = {
  restored: number[];
  left: { threadId: number; reason: "changed_since" | "not_found"; by: string | null }[];
};
