import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/components/ui/country-name";
import { dateFormat } from "@/lib/domain/date-format";
import type { SendTimes } from "@/lib/domain/send-times";
import { isWithin } from "@/lib/domain/sending-window";
import { placeOf, wallTimeOf, weekdayOf } from "@/lib/domain/wall-time";
import type { Zones } from "./schedule-picker-props";

type OutsideWordsModel = { instant: Date; times: SendTimes; zones: Pick<Zones, "theirs"> };

/** Why a machine would not send at an instant, or a person should think twice, in words. */
export function useOutsideWords({ instant, times, zones }: OutsideWordsModel) {
  const t = useTranslations("composer.schedule.outside");
  const locale = useLocale();
  const { mailbox, campaign, country, holidays } = times;
  const leadZone = zones.theirs ?? mailbox.timeZone;
  const dayIn = (zone: string) => dateFormat(locale, { timeZone: zone, weekday: "long" }).format(instant);
  return (why: "window" | "weekend" | "holiday" | "night"): string => {
    if (why === "night") return t("night", { place: placeOf(leadZone) });
    const { date } = wallTimeOf(instant, leadZone);
    const holiday = holidays.find((each) => each.date === date);
    if (why === "holiday" && holiday)
      return t("holiday", { country: countryName(country ?? holiday.country, locale), name: holiday.name });
    if (why === "weekend") return t("weekend", { day: dayIn(leadZone), place: placeOf(leadZone) });
    const isCampaign = campaign !== null && !isWithin(instant, campaign.window, leadZone);
    const zone = isCampaign ? leadZone : mailbox.timeZone;
    const window = isCampaign ? campaign.window : mailbox.window;
    const whose = { kind: isCampaign ? "campaign" : "mailbox", name: isCampaign ? campaign.name : mailbox.address };
    if (window && !window.days.includes(weekdayOf(wallTimeOf(instant, zone).date)))
      return t("day", { ...whose, day: dayIn(zone), place: placeOf(zone) });
    return t("window", { ...whose, from: window?.start ?? "", until: window?.end ?? "", place: placeOf(zone) });
  };
}
