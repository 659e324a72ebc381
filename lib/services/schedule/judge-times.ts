import type { Holiday, MailboxLane, ScheduleItem } from "@/lib/domain/schedule-item";
import { weekendOf } from "@/lib/domain/weekend-of";
import { addDays } from "@/lib/domain/wall-time";
import { whyOutside } from "@/lib/domain/why-outside";
import { holidaysOf } from "@/lib/services/holidays/holidays-of";
import type { Told } from "./with-threads";

/**
 * The entries with a word for each planned reply whose time a machine would not choose, and the holidays of the leads' countries in
 * the span that they stand in, by their names in `language` where those are known.
 */
export function judgeTimes(
  told: Told[],
  lanes: Map<string, Pick<MailboxLane, "window" | "timeZone">>,
  { from, to }: { from: Date; to: Date },
  language?: string,
): { items: ScheduleItem[]; holidays: Holiday[] } {
  const countries = [...new Set(told.flatMap(({ judgedBy }) => judgedBy.country ?? []))].toSorted();
  // A day of a zone that is ahead or behind reaches over the span's ends.
  const days = [addDays(dateOf(from), -1), addDays(dateOf(to), 1)] as const;
  const ofCountry = new Map(countries.map((country) => [country, holidaysOf(country, ...days, language)]));
  const weekends = new Map(countries.map((country) => [country, weekendOf(country)]));
  const items = told.map((item) => {
    const lane = lanes.get(item.mailboxId);
    if (item.kind !== "reply" || !item.reply || !lane) return item;
    const { country, campaignWindow } = item.judgedBy;
    const outside = whyOutside(new Date(item.at), {
      mailboxWindow: lane.window,
      mailboxZone: lane.timeZone,
      campaignWindow,
      leadZone: item.clock?.zone ?? null,
      holidays: (country && ofCountry.get(country)) || [],
      weekend: (country && weekends.get(country)) || weekendOf(null),
    });
    return { ...item, reply: { ...item.reply, outside } };
  });
  return { items, holidays: [...ofCountry.values()].flat() };
}

const dateOf = (instant: Date): string => instant.toISOString().slice(0, 10);
