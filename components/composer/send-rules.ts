import { isWeekend, type FreeDay } from "@/lib/domain/schedule-presets";
import type { SendTimes } from "@/lib/domain/send-times";
import { weekdayOf } from "@/lib/domain/wall-time";
import type { OutsideRules } from "@/lib/domain/why-outside";
import type { Zones } from "./schedule-picker-props";

/** What binds the machine, with the lead's clock as the picker shows it. */
export const sendRules = (
  { mailbox, campaign, holidays, weekend }: SendTimes,
  { theirs }: Pick<Zones, "theirs">,
): OutsideRules => ({
  mailboxWindow: mailbox.window,
  mailboxZone: mailbox.timeZone,
  campaignWindow: campaign?.window ?? null,
  leadZone: theirs,
  holidays,
  weekend,
});

/** The days that "3 business days" leaves out: the lead's weekend and public holidays where they are known. */
export function freeDays(times: SendTimes | undefined): FreeDay {
  if (!times) return isWeekend;
  const holidays = new Set(times.holidays.map(({ date }) => date));
  return (date) => times.weekend.includes(weekdayOf(date)) || holidays.has(date);
}
