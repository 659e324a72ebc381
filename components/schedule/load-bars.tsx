import { useTranslations } from "next-intl";
import type { LoadOfDay } from "@/lib/domain/schedule-item";
import type { AxisDay, LaneAxis } from "./lane-axis";

const BARS_PX = 24;
/** As many replies in an hour fill the height. */
const FULL_HOUR = 12;

type LoadBarsProps = { day: AxisDay; hours: LaneAxis["hours"]; load: LoadOfDay | undefined };

/** How many replies of a person leave in each hour of a day, and how many in all, with the tasks that are due. */
export function LoadBars({ day, hours, load }: LoadBarsProps) {
  const t = useTranslations("schedule");
  if (!load || day.isNarrow) return null;
  const most = Math.max(FULL_HOUR, ...load.hours.map(({ count }) => count));
  const step = day.width / (hours.to - hours.from);
  return (
    <div style={{ left: day.left, width: day.width }} className="absolute top-1 h-10">
      {load.hours.map(({ hour, count }) => (
        <span
          key={hour}
          aria-hidden
          style={{
            left: (hour - hours.from) * step + 1,
            width: Math.max(2, step - 1),
            height: Math.max(2, (count / most) * BARS_PX),
            bottom: 16,
          }}
          className="absolute bg-text-3 forced-color-adjust-none"
        />
      ))}
      <span className="absolute bottom-0 left-1.5 text-11 whitespace-nowrap text-text-3 tabular-nums">
        {[
          load.leaving + load.held > 0 ? t("load", { leaving: load.leaving, held: load.held }) : "",
          load.tasks > 0 ? t("figure.task", { count: load.tasks }) : "",
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
    </div>
  );
}
