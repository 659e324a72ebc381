import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWidth } from "@/components/ui/use-width";
import type { HourCell, HoursInsight } from "@/lib/domain/insights/insight-blocks";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { useFigureWords } from "./use-figure-words";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const OFFICE = [7, 19] as const;
/** What a finger meets (WCAG 2.5.8), and the gap beside it; and the name before them. */
const CELL = 25;
const NAME = 32;

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

/** Hours beside each other; below each other where they had no room. */
function HeatMap({ cells }: HoursInsight) {
  const t = useTranslations("insights.hours");
  const words = useFigureWords();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const best = cells.reduce((most, cell) => (cell.count > most.count ? cell : most));
  const hours = cells.map(({ hour }) => hour);
  const [first, last] = [Math.min(OFFICE[0], ...hours), Math.max(OFFICE[1], ...hours)];
  const ofHours = Array.from({ length: last - first + 1 }, (_, index) => ({
    weekday: undefined,
    hour: first + index,
    name: String(first + index),
  }));
  const ofDays = WEEKDAYS.filter((day) => day <= 5 || cells.some(({ weekday }) => weekday === day)).map((weekday) => ({
    weekday,
    hour: undefined,
    name: words.weekday(weekday),
  }));
  const isUpright = width > 0 && width < NAME + CELL * ofHours.length;
  const [rows, columns] = isUpright ? [ofHours, ofDays] : [ofDays, ofHours];
  const known = new Map(cells.map((cell) => [`${cell.weekday}-${cell.hour}`, cell]));
  const rangeOf = ({ weekday, hour }: Pick<HourCell, "weekday" | "hour">) =>
    t("range", { day: words.weekday(weekday), from: String(hour), to: String(hour + 1) });
  return (
    <>
      <div ref={frame} data-chart="hours" className="overflow-x-hidden">
        <table className="w-full table-fixed border-separate border-spacing-px text-10 tabular-nums">
          <thead className="text-text-3">
            <tr>
              <th scope="col" className="w-8">
                <span className="sr-only">{t(isUpright ? "hour" : "day")}</span>
              </th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="font-regular">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" className="text-left font-regular text-text-2">
                  {row.name}
                </th>
                {columns.map((column) => (
                  <td key={column.name} className="p-0">
                    <Cell
                      cell={known.get(`${row.weekday ?? column.weekday}-${row.hour ?? column.hour}`)}
                      most={best.count}
                      rangeOf={rangeOf}
                    />
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
