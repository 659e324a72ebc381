import { wallTimeOf, weekdayOf } from "./wall-time";

/** Hours of some weekdays (1 is Monday) as wall times ("09:00"); at the end it is closed. */
export type SendingWindow = { days: number[]; start: string; end: string };

/** Whether a window is open at an instant, on a zone's clocks; no window is always open. */
export function isWithin(instant: Date, window: SendingWindow | null, zone: string): boolean {
  if (!window) return true;
  const { date, time } = wallTimeOf(instant, zone);
  return window.days.includes(weekdayOf(date)) && window.start <= time && time < window.end;
}

type Bound = { weekend: readonly number[]; campaign: SendingWindow | null; mailbox: SendingWindow | null };

/**
 * Whether a date of the lead's is a weekend for us. A day that the campaign's window names is none; without such a window, nor is a
 * Saturday or Sunday that the mailbox's names. Its Monday to Friday says nothing of leads who rest on Fridays.
 */
export function isWeekendFor(date: string, { weekend, campaign, mailbox }: Bound): boolean {
  const day = weekdayOf(date);
  const named = campaign ? campaign.days : (mailbox?.days ?? []).filter((each) => SATURDAY_SUNDAY.includes(each));
  return weekend.includes(day) && !named.includes(day);
}

const SATURDAY_SUNDAY = [6, 7];
