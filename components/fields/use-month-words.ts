import { useTranslations } from "next-intl";

/** What the buttons around a month are called. */
export function useMonthWords() {
  const t = useTranslations("common.day");
  return { months: t("months"), next: t("next"), previous: t("previous") };
}
