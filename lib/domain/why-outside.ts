import type { Holiday } from "./schedule-item";
import { wallTimeOf, weekdayOf } from "./wall-time";

/** Hours of a day on some weekdays (1 is Monday), as wall times ("09:00"); the end is no longer within. */
export type SendingWindow = { days: number[]; start: string; end: string };

/** What binds the machine's sends to a lead from a mailbox; null binds nothing. */
export type OutsideRules = {
  mailboxWindow: SendingWindow | null;
  mailboxZone: string;
  campaignWindow: SendingWindow | null;
  /** The lead's clock, on which campaign, weekend and holidays are meant; the mailbox's where nothing tells. */
  leadZone: string | null;
  /** The public holidays of the lead's country around the instant. */
  holidays: Pick<Holiday, "date">[];
  /** The weekend of the lead's country (`weekendOf`), Saturday and Sunday without it. */
  weekend?: number[];
};

/**
 * Why an instant is one that a machine would not choose, the most telling reason first; null for one that it would. A day that
 * the campaign's own window names is no weekend for it.
 */
export function whyOutside(instant: Date, rules: OutsideRules): "window" | "weekend" | "holiday" | null {
  const { mailboxWindow, mailboxZone, campaignWindow, leadZone, holidays, weekend = SATURDAY_SUNDAY } = rules;
  const { date } = wallTimeOf(instant, leadZone ?? mailboxZone);
  if (holidays.some((holiday) => holiday.date === date)) return "holiday";
  const day = weekdayOf(date);
  if (weekend.includes(day) && !campaignWindow?.days.includes(day)) return "weekend";
  if (isWithin(instant, campaignWindow, leadZone ?? mailboxZone) && isWithin(instant, mailboxWindow, mailboxZone))
    return null;
  return "window";
}

const SATURDAY_SUNDAY = [6, 7];

/** Whether a window is open at an instant, on a zone's clocks; no window is always open. */
export function isWithin(instant: Date, window: SendingWindow | null, zone: string): boolean {
  if (!window) return true;
  const { date, time } = wallTimeOf(instant, zone);
  return window.days.includes(weekdayOf(date)) && window.start <= time && time < window.end;
}
