import { Check, CloudOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { clockOf } from "./clock-words";
import type { KeepingState } from "./draft-keeper";

type KeepingProps = { keeping: KeepingState; timeZone: string };

/** The same in a place that has the width of its usual words: the tools beside it stay where they are while somebody types. */
export function SteadyKeepingWords(props: KeepingProps) {
  const t = useTranslations("composer.keeping");
  const locale = useLocale();
  const time = clockOf(LONG_TIME, "UTC", locale);
  return (
    <span className="grid items-center justify-items-end text-12 whitespace-nowrap tabular-nums *:col-start-1 *:row-start-1">
      <span aria-hidden data-words={t("saved", { time })} className={cn(GHOST, "pl-4.5")} />
      <span aria-hidden data-words={t("saving")} className={GHOST} />
      <KeepingWords {...props} />
    </span>
  );
}

const GHOST = "invisible after:content-[attr(data-words)]";
/** As wide as any where hours are counted to twelve. */
const LONG_TIME = new Date(Date.UTC(2026, 0, 1, 22, 58));

/** Whether what is typed is saved, and when. Only trouble is announced. */
export function KeepingWords({ keeping, timeZone }: KeepingProps) {
  const t = useTranslations("composer.keeping");
  const locale = useLocale();
  if (keeping.state === "local")
    return (
      <output className="flex items-center gap-1 text-12 text-warn [&_svg]:size-3.5">
        <CloudOff aria-hidden />
        {t("local", { time: clockOf(new Date(keeping.since), timeZone, locale) })}
      </output>
    );
  if (keeping.state === "saving") return <span className="text-12 text-text-3">{t("saving")}</span>;
  if (keeping.state !== "saved") return null;
  return (
    <span className="flex items-center gap-1 text-12 whitespace-nowrap text-text-3 tabular-nums [&_svg]:size-3.5">
      <Check aria-hidden />
      {t("saved", { time: clockOf(new Date(keeping.at), timeZone, locale) })}
    </span>
  );
}
