import { useLocale, useTranslations } from "next-intl";
import { bothClocks } from "@/components/composer/clock-words";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { StepMark } from "./step-mark";

type FirstReplyProps = {
  /** ISO 8601; null for at once. */
  at: string | null;
  zones: Zones;
  now: Date;
};

/** The reply that is being written, which leaves for certain: what all waits begin with. */
export function FirstReply({ at, zones, now }: FirstReplyProps) {
  const t = useTranslations("follow-ups.editor");
  const locale = useLocale();
  const clocks = at ? bothClocks(new Date(at), zones, now, locale) : null;
  return (
    <li className="relative pb-4 pl-8 text-13">
      <StepMark kind="certain" />
      <p className="pt-1 font-medium tabular-nums">
        {clocks ? t("thisReplyAt", { time: clocks.first.full, place: clocks.first.place }) : t("thisReplyNow")}
      </p>
    </li>
  );
}
