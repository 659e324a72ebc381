import type { Holiday } from "./schedule-item";
import { isWeekendFor, isWithin, type SendingWindow } from "./sending-window";
import { wallTimeOf } from "./wall-time";

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
 * Why an instant is one that a machine would not choose, the most telling reason first; null for one that it would.
 */
export function whyOutside(instant: Date, rules: OutsideRules): "window" | "weekend" | "holiday" | null {
  const { mailboxWindow, mailboxZone, campaignWindow, leadZone, holidays, weekend = SATURDAY_SUNDAY } = rules;
  const { date } = wallTimeOf(instant, leadZone ?? mailboxZone);
  if (holidays.some((holiday) => holiday.date === date)) return "holiday";
  if (isWeekendFor(date, { weekend, campaign: campaignWindow, mailbox: mailboxWindow })) return "weekend";
  if (isWithin(instant, campaignWindow, leadZone ?? mailboxZone) && isWithin(instant, mailboxWindow, mailboxZone))
    return null;
  return "window";
}

const SATURDAY_SUNDAY = [6, 7];
