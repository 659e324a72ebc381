/** `always` comes up at its time; `if_no_reply` only if the lead has not answered until then; `until_reply` also as soon as they have. */
export const REMINDER_CONDITIONS = ["always", "if_no_reply", "until_reply"] as const;

/** A snooze hides the thread from its member until it comes up; a reminder does not. */
export const REMINDER_KINDS = ["reminder", "snooze"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export type ReminderCondition = (typeof REMINDER_CONDITIONS)[number];

/** When a member wants a thread back, and of what to be reminded. `until` (ISO 8601) is null for "as soon as they answer". */
export type WantedBack = { until: string | null; condition: ReminderCondition; note: string };

/** Where a list stands in the order of what comes back first: what has no time comes last. */
export const NO_TIME = "9999-12-31T00:00:00.000Z";

/**
 * An outcome for each thread. `before` and `after` are the ids of what its member wanted and wants of this kind, for
 * `undoReminders`.
 */
export type ReminderOutcome = {
  kind: ReminderKind;
  changed: { threadId: number; before: string | null; after: string | null }[];
  unchanged: { threadId: number; reason: "already" | "not_found" | "answered" }[];
};

/**
 * A snooze or reminder that has come up, at its time or because they have answered. `since` (ISO 8601): when we wrote last, or
 * when it was asked for, and nobody has answered.
 */
export type DueReminder = {
  id: string;
  threadId: number;
  kind: ReminderKind;
  condition: ReminderCondition;
  because: "time" | "answer";
  until: string | null;
  note: string;
  name: string;
  subject: string;
  since: string;
};
