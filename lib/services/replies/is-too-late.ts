import { intoWindows, isInWindows, type MachineWindows } from "@/lib/domain/machine-windows";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { ReplyRow } from "./reply-row";

/** Past this a reply is late after a standstill, and the machine's, whoever gave the order. */
export const LATE_MS = 60 * 60_000;

/**
 * Whether a standstill has made a reply so late that a person has to say whether it still should leave: the windows of the day on which
 * it could have left, on the lead's clock, are over. What a window, a cap or a retry has put off is not late, as its next try is then.
 */
export function isTooLate(
  { origin, dueAt, scheduledAt, nextAttemptAt }: Pick<ReplyRow, "origin" | "dueAt" | "scheduledAt" | "nextAttemptAt">,
  windows: MachineWindows,
  at: Date,
): boolean {
  // What shall be kept at Smartlead until its time is due here before.
  const planned = new Date(Math.max(...[dueAt, scheduledAt, nextAttemptAt].map((each) => each?.getTime() ?? 0)));
  const due = origin === "machine" ? intoWindows(planned, windows) : planned;
  if (at.getTime() - due.getTime() <= LATE_MS) return false;
  const dayOf = (instant: Date) => wallTimeOf(instant, windows.leadZone).date;
  return dayOf(at) !== dayOf(due) || !isInWindows(at, windows);
}
