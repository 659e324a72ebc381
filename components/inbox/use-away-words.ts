import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { filtersQuery } from "@/lib/queries/threads";

/** Says of a member who is away today up to which day; null for who is there. */
export function useAwayWords(): (memberId: string) => string | null {
  const t = useTranslations("inbox.menu");
  const format = useFormatter();
  const { data } = useQuery(filtersQuery());
  return (memberId) => {
    const until = data?.away.find((each) => each.memberId === memberId)?.until;
    if (!until) return null;
    const day = format.dateTime(new Date(`${until}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
    return t("awayUntil", { day });
  };
}
