import { intoWindows } from "@/lib/domain/machine-windows";
import type { SendTimes } from "@/lib/domain/send-times";
import { wallTimeOf, weekdayOf } from "@/lib/domain/wall-time";

/**
 * What is to be known of a step's time. `window`, `weekend` and `holiday`: it leaves later, at `leaves`, as the machine keeps to all
 * three; `full`: the mailbox's day is spoken for, so that it may.
 */
export type StepDelay =
  | { why: "window" | "weekend"; leaves: Date }
  | { why: "holiday"; name: string; leaves: Date }
  | { why: "full"; cap: number };

/** @param leadZone by whose clocks the steps are counted */
export function stepDelay(at: Date, times: SendTimes, leadZone: string): StepDelay | null {
  const { mailbox, campaign, weekend, holidays, capacity } = times;
  const leaves = intoWindows(at, {
    mailbox: mailbox.window,
    mailboxZone: mailbox.timeZone,
    campaign: campaign?.window ?? null,
    leadZone,
    weekend,
    holidays: holidays.map(({ date }) => date),
  });
  const theirs = wallTimeOf(at, leadZone).date;
  const holiday = holidays.find(({ date }) => date === theirs);
  if (leaves > at && holiday) return { why: "holiday", name: holiday.name, leaves };
  if (leaves > at) return { why: weekend.includes(weekdayOf(theirs)) ? "weekend" : "window", leaves };
  const ours = wallTimeOf(at, mailbox.timeZone).date;
  const day = capacity.find(({ date }) => date === ours);
  return day && day.cap !== null && day.used >= day.cap ? { why: "full", cap: day.cap } : null;
}
