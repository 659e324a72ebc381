import { useTranslations } from "next-intl";
import type { AxisDay } from "./lane-axis";

/** A day on which the person of a lane is away. */
export function AwayDay({ day }: { day: AxisDay }) {
  const t = useTranslations("schedule");
  return (
    <span
      style={{ left: day.left, width: day.width }}
      className="absolute inset-y-0 overflow-hidden bg-[repeating-linear-gradient(135deg,var(--hatch)_0_3px,transparent_3px_8px)]"
    >
      <span className="absolute right-1.5 bottom-1 rounded-1 bg-surface px-1 text-11 text-text-3">{t("away")}</span>
    </span>
  );
}
