import { intoWindow } from "./into-window";
import { isWeekendFor, type SendingWindow } from "./sending-window";
import { addDays, instantOf, wallTimeOf } from "./wall-time";

/** The hours that bind the machine's sends to a lead: the mailbox's on its own clocks, the campaign's on the lead's. Null is any hour. */
export type MachineWindows = {
  mailbox: SendingWindow | null;
  mailboxZone: string;
  campaign: SendingWindow | null;
  /** The lead's; the mailbox's where nothing tells. */
  leadZone: string;
  /** When the lead's country rests: days of the week (1 is Monday), and public holidays ("2026-12-25"). */
  weekend: number[];
  holidays: string[];
};

/**
 * When the machine may write, from `at` on: both windows are open, and it is no holiday of the lead's and no weekend unless a window
 * names the day. Free days are passed over to the same time of the next, what is before or after hours waits until they begin.
 */
export function intoWindows(at: Date, windows: MachineWindows): Date {
  const { mailbox, mailboxZone, campaign, leadZone } = windows;
  let time = at;
  // Windows of distant zones may share few hours of a week: each round goes to the next time at which one of them opens.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const inCampaign = campaign ? intoWindow(time, campaign, leadZone) : time;
    const inMailbox = mailbox ? intoWindow(inCampaign, mailbox, mailboxZone) : inCampaign;
    const inBoth = pastFreeDays(inMailbox, windows);
    if (inBoth.getTime() === time.getTime()) return time;
    time = inBoth;
  }
  return time;
}

/** Whether the machine may write at an instant. */
export const isInWindows = (at: Date, windows: MachineWindows): boolean => intoWindows(at, windows) <= at;

const MOST_ROUNDS = 40;

function pastFreeDays(at: Date, { mailbox, campaign, leadZone, weekend, holidays }: MachineWindows): Date {
  const { date: today, time } = wallTimeOf(at, leadZone);
  const isFree = (date: string) => holidays.includes(date) || isWeekendFor(date, { weekend, campaign, mailbox });
  let date = today;
  for (let ahead = 0; ahead < MOST_FREE_DAYS && isFree(date); ahead++) date = addDays(date, 1);
  return date === today ? at : (instantOf({ date, time }, leadZone)?.instant ?? at);
}

/** No country rests longer. */
const MOST_FREE_DAYS = 31;
