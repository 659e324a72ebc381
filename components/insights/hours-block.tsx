import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { HourCell, HoursInsight } from "@/lib/domain/insights/insight-blocks";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { useFigureWords } from "./use-figure-words";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const OFFICE = [7, 19] as const;
/** What a finger meets (WCAG 2.5.8), and the gap beside it. */
const CELL = 25;

/** When leads answer: a week of hours, darker where there are more. */
export function HoursBlock() {
  const t = useTranslations("insights");
  const { filters } = useInsights();
  return (
    <Block
      title={t("hours.title")}
      definition={t("hours.definition")}
      query={useQuery(insightQuery("hours", filters))}
      emptyWords={({ cells }) => (cells.length === 0 ? t("empty") : null)}
    >
      {(data) => <HeatMap {...data} />}
    </Block>
  );
}

function HeatMap({ cells }: HoursInsight) {
  const t = useTranslations("insights.hours");
  const words = useFigureWords();
  const best = cells.reduce((most, cell) => (cell.count > most.count ? cell : most));
  const hours = cells.map(({ hour }) => hour);
  const [first, last] = [Math.min(OFFICE[0], ...hours), Math.max(OFFICE[1], ...hours)];
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const days = WEEKDAYS.filter((day) => day <= 5 || cells.some(({ weekday }) => weekday === day));
  const known = new Map(cells.map((cell) => [`${cell.weekday}-${cell.hour}`, cell]));
  const rangeOf = ({ weekday, hour }: Pick<HourCell, "weekday" | "hour">) =>
    t("range", { day: words.weekday(weekday), from: String(hour), to: String(hour + 1) });
  return (
    <>
      <div className="overflow-x-auto">
        <table
          className="w-full table-fixed border-separate border-spacing-px text-10 tabular-nums"
          style={{ minWidth: 32 + CELL * shown.length }}
        >
          <thead className="text-text-3">
            <tr>
              <th scope="col" className="w-8">
                <span className="sr-only">{t("day")}</span>
              </th>
              {shown.map((hour) => (
                <th key={hour} scope="col" className="font-regular">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="text-left font-regular text-text-2">
                  {words.weekday(weekday)}
                </th>
                {shown.map((hour) => (
                  <td key={hour} className="p-0">
                    <Cell cell={known.get(`${weekday}-${hour}`)} most={best.count} rangeOf={rangeOf} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1.5 text-11 text-text-3">{t("best", { hour: rangeOf(best) })}</p>
    </>
  );
}

type CellProps = {
  cell: HourCell | undefined;
  most: number;
  rangeOf: (cell: HourCell) => string;
};

function Cell({ cell, most, rangeOf }: CellProps) {
  const t = useTranslations("insights.hours");
  if (!cell) return <span className="block h-6 rounded-1 bg-surface-2" />;
  const { weekday, hour, count, positive } = cell;
  const label = t("cell", { hour: rangeOf(cell), count, positive });
  return (
    <OpenLink
      figure={{ block: "hours", key: `${weekday}-${hour}` }}
      count={count}
      label={label}
      className="block bg-surface-2"
    >
      <span
        title={label}
        className="block h-6 rounded-1 bg-accent forced-color-adjust-none"
        style={{ opacity: 0.12 + 0.88 * (count / most) }}
      />
    </OpenLink>
  );
}
