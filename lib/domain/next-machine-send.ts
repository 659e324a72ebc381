import { intoWindow } from "./into-window";
import type { SendingWindow } from "./sending-window";
import { addDays, instantOf, wallTimeOf } from "./wall-time";

/** What binds the machine's sends from a mailbox: hours on its own clocks, a number a day, and a pause (in s). Null binds nothing. */
export type SendingLimits = {
  timeZone: string;
  window: SendingWindow | null;
  dailyCap: number | null;
  minimumGap: number;
};

/**
 * When the machine may send next, from `at` on: after the pause since the last send, on the next day once the cap is reached, and
 * within the window. What a person sends is never asked about here.
 * @param sentToday how many have left on the day of `at`, on the mailbox's clocks
 * @returns `cap` when the cap alone moves it to another day
 */
export function nextMachineSend(
  at: Date,
  { timeZone, window, dailyCap, minimumGap }: SendingLimits,
  { sentToday, lastSentAt }: { sentToday: number; lastSentAt: Date | null },
): { at: Date; reason: "cap" | null } {
  const rested = new Date(Math.max(at.getTime(), (lastSentAt?.getTime() ?? 0) + minimumGap * 1000));
  const isCapped = dailyCap !== null && sentToday >= dailyCap;
  const earliest = isCapped ? dayStart(addDays(wallTimeOf(at, timeZone).date, 1), timeZone) : rested;
  const from = earliest > rested ? earliest : rested;
  return { at: window ? intoWindow(from, window, timeZone) : from, reason: isCapped ? "cap" : null };
}

/** The first instant of a day on a zone's clocks. */
export function dayStart(date: string, zone: string): Date {
  return instantOf({ date, time: "00:00" }, zone)?.instant ?? new Date(`${date}T00:00:00Z`);
}
