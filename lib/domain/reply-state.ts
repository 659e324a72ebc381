/**
 * The states of a reply:
 * awaiting_approval → scheduled → queued → sending → sent | handed_over | failed | unknown | cancelled.
 * `scheduled` has a time ahead or waits for the end of its undo hold; `queued` is due; `sending` is claimed by one worker.
 */
export const REPLY_STATUSES = [
  "awaiting_approval",
  "scheduled",
  "queued",
  "sending",
  "sent",
  "handed_over",
  "failed",
  "unknown",
  "cancelled",
] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

/**
 * Why a due reply does not leave yet; beside `scheduled` or `queued`. `late`: after a standstill a person has to say whether it still
 * should. `teammate`: somebody else has answered the same thread meanwhile, which its author has to see first.
 */
export const HELD_REASONS = [
  "mailbox_disconnected",
  "sync_stale",
  "cap",
  "auth",
  "smartlead",
  "late",
  "teammate",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** Holds that nothing but a person's word ends. */
export const PERSONS_HOLDS = ["late", "teammate"] as const satisfies HeldReason[];
export const asksPerson = (reason: HeldReason | null): boolean =>
  (PERSONS_HOLDS as readonly (HeldReason | null)[]).includes(reason);

/** Who gave the order: a person in the composer, a person through an API key, or the machine (a step of a chain). */
export const REPLY_ORIGINS = ["composer", "api", "machine"] as const;

export const SCHEDULE_CONDITIONS = ["always", "if_no_reply"] as const;
export type ScheduleCondition = (typeof SCHEDULE_CONDITIONS)[number];

/** States in which nothing has left and a person can still take the reply back. */
export const isPending = (status: ReplyStatus): boolean =>
  status === "awaiting_approval" || status === "scheduled" || status === "queued";
