import type { ChosenTime } from "./composer-state";

/**
 * The lead's zone where it is known, and the sender's own. `isOurs`: ours is meant where nothing says whose. `without`: why there is
 * none of theirs, where it is not that nobody knows it: there are several leads, or it is still being asked for.
 */
export type Zones = { theirs: string | null; ours: string; isOurs?: boolean; without?: "several" | "asked" };

export type SchedulePickerProps = {
  zones: Zones;
  now: Date;
  chosen: ChosenTime;
  /** Null where the condition cannot be changed (a reply that only moves). */
  onlyIfNoReply: boolean | null;
  /** The thread that is written to, and the mailbox where it is not the thread's own; null where nothing is sent to its lead (a reminder, a forward). */
  about?: { threadId: number; mailboxId: string | null } | null;
  confirmLabel: string;
  /** A time was taken: a preset, or what was typed with Enter. */
  onChoose: (chosen: NonNullable<ChosenTime>, onlyIfNoReply: boolean) => void;
  /** The button at the foot; without it, it takes the time as well. */
  onConfirm?: (chosen: NonNullable<ChosenTime>, onlyIfNoReply: boolean) => void;
  onCancel: () => void;
};
