import { CalendarOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bothClocks, clockWords } from "@/components/composer/clock-words";
import type { Zones } from "@/components/composer/schedule-picker-props";
import type { StepDelay } from "./step-delay";

type StepTimeProps = { at: Date; zones: Zones; now: Date; delay?: StepDelay | null };

/** When a step leaves, on the lead's clock first and ours beside it; and what is to be known of that time. */
export function StepTime({ at, zones, now, delay = null }: StepTimeProps) {
  const t = useTranslations("follow-ups");
  const locale = useLocale();
  const { first, isTheirs, second } = bothClocks(at, zones, now, locale);
  const theirs = isTheirs ? t("inPlace", { time: first.full, place: first.place }) : first.full;
  return (
    <>
      <p className="text-12 text-text-2 tabular-nums" data-step-time={at.toISOString()}>
        {second ? t("both", { theirs, ours: second.day === first.day ? second.clock : second.full }) : theirs}
      </p>
      {delay ? (
        <p className="flex items-start gap-1 text-12 text-warn tabular-nums" data-delay={delay.why}>
          <CalendarOff aria-hidden className="mt-px size-3.5 shrink-0 stroke-2" />
          {delay.why === "full"
            ? t("delay.full", { cap: delay.cap })
            : t(`delay.${delay.why}`, {
                name: delay.why === "holiday" ? delay.name : "",
                time: clockWords(delay.leaves, zones.theirs ?? zones.ours, now, locale).full,
              })}
        </p>
      ) : null}
    </>
  );
}
