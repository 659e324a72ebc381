import type { ComposerState } from "./composer-state";
import { addDays, instantOf, wallTimeOf } from "@/lib/domain/wall-time";

/** What is done with the thread along with sending: marked as done, left for the next one, wanted back if nobody answers. */
export type Along = {
  archive?: true;
  next?: true;
  remindAt?: string;
  /** Somebody else shall look at it before it leaves. */
  review?: { reviewerId?: string; note?: string };
};

export const REMINDER_DAYS = [1, 3, 7] as const;
/** What the key stands for. */
export const USUAL_DAYS = 3;

/** When what is written would leave: at its time, else now. */
export const leavesAt = ({ schedule }: Pick<ComposerState, "schedule">): Date =>
  schedule ? new Date(schedule.time) : new Date();

/** As many days after a reply leaves, by the sender's own clock (ISO 8601). */
export function remindAfter(days: number, leaves: Date, zone: string): string {
  const { date, time } = wallTimeOf(leaves, zone);
  const then = instantOf({ date: addDays(date, days), time }, zone)?.instant;
  return (then ?? new Date(leaves.getTime() + days * 86_400_000)).toISOString();
}
