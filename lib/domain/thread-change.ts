import type { ReminderKind, WantedBack } from "./reminder";
import type { TriageChange } from "./triage";

/** When threads are to come back to whoever asks, and to them alone; null takes that back. */
export type WantedChange = { [Kind in ReminderKind]: { kind: Kind; wanted: WantedBack | null } }[ReminderKind];

/** What a person does with threads on the screen. */
export type ThreadChange = TriageChange | WantedChange;
