import { Check, CloudOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { clockOf } from "./clock-words";
import type { KeepingState } from "./draft-keeper";

/** Whether what is typed is saved, and when. Only trouble is announced. */
export function KeepingWords({ keeping, timeZone }: { keeping: KeepingState; timeZone: string }) {
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
