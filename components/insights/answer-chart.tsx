import { useTranslations } from "next-intl";
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { AnswerDay } from "@/lib/domain/insights/answers";
import { timeAxis } from "@/lib/domain/insights/time-axis";
import { useInsights } from "./insight-context";
import { useFigureWords } from "./use-figure-words";

type Point = { day: string; median: number | null; p90: number | null; before: number | null; count: number };
const TICK = { fontSize: 11, fill: "var(--text-3)" };
const timesOf = ({ median, p90, before }: Point) => [median, p90, before].filter((ms) => ms !== null);

/**
 * Median and p90 by day, and the median of the span before; what lies far beyond all else is said instead. Only drawn: the table
 * beside it says the same in words.
 */
export function AnswerChart({ days }: { days: AnswerDay[] }) {
  const t = useTranslations("insights.chart");
  const words = useFigureWords();
  const { open } = useInsights();
  const points = days.map(({ day, figure, beforeMs }): Point => ({
    day,
    median: figure.medianMs,
    p90: figure.p90Ms,
    before: beforeMs,
    count: figure.count,
  }));
  const axis = timeAxis(points.flatMap(timesOf));
  const beyond = points.map((point) => Math.max(0, ...timesOf(point))).filter((ms) => ms > axis.top);
  const openDay = (label: unknown) => {
    const point = points.find(({ day }) => day === label);
    if (point && point.count > 0) open({ block: "answers", key: `day:${point.day}` });
  };
  const isAlone = (point: Point, index: number) =>
    !points[index - 1]?.count && !points[index + 1]?.count && point.count > 0;
  return (
    <div aria-hidden data-chart="answers">
      <ResponsiveContainer width="100%" height={224}>
        <ComposedChart
          data={points}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          onClick={({ activeLabel }) => openDay(activeLabel)}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tickFormatter={words.shortDay}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: "var(--line-2)" }}
            minTickGap={48}
          />
          <YAxis
            domain={[0, axis.top]}
            allowDataOverflow
            ticks={axis.marks.map(({ ms }) => ms)}
            tickFormatter={(_, nth) => t(`axis.${axis.unit}`, { count: axis.marks[nth]?.count ?? 0 })}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            interval={0}
            width="auto"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-control)" }}
            content={({ active, payload }) =>
              active ? <DayTip point={payload[0]?.payload as Point | undefined} /> : null
            }
          />
          <Area
            dataKey="p90"
            connectNulls
            isAnimationActive={false}
            stroke="var(--accent-line)"
            fill="var(--accent-soft)"
          />
          <Line
            dataKey="before"
            connectNulls
            isAnimationActive={false}
            dot={false}
            stroke="var(--text-3)"
            strokeDasharray="3 3"
          />
          <Line
            dataKey="median"
            connectNulls
            isAnimationActive={false}
            stroke="var(--accent)"
            strokeWidth={2}
            dot={({ key, index, cx, cy, payload }) =>
              isAlone(payload as Point, index) ? (
                <circle key={key} cx={cx} cy={cy} r={2.5} fill="var(--accent)" />
              ) : (
                <g key={key} />
              )
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
      <p className="flex flex-wrap gap-x-4 text-11 text-text-2">
        <Key className="h-0.5 bg-accent">{t("median")}</Key>
        <Key className="h-2.5 border-t border-accent-line bg-accent-soft">{t("p90")}</Key>
        <Key className="border-t border-dashed border-text-3">{t("before")}</Key>
      </p>
      {beyond.length > 0 ? (
        <p className="mt-1 text-11 text-text-2">
          {t("beyond", { count: beyond.length, most: words.workingTime(Math.max(...beyond)) })}
        </p>
      ) : null}
    </div>
  );
}

const Key = ({ className, children }: { className: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span className={`w-4 ${className}`} />
    {children}
  </span>
);

function DayTip({ point }: { point: Point | undefined }) {
  const t = useTranslations("insights.chart");
  const words = useFigureWords();
  if (!point) return null;
  return (
    <div className="min-w-36 rounded-3 bg-raised px-3 py-2 text-12 shadow-2">
      <p className="font-strong">{words.longDay(point.day)}</p>
      {(["median", "p90", "before"] as const).map((name) => (
        <p key={name} className="flex justify-between gap-4 text-text-2">
          {t(name)} <span className="font-medium text-text tabular-nums">{words.workingTime(point[name])}</span>
        </p>
      ))}
      {point.count > 0 ? <p className="mt-0.5 text-accent-text">{t("open", { count: point.count })}</p> : null}
    </div>
  );
}
