import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Holiday } from "@/lib/domain/schedule-item";
import { type AxisDay, type LaneAxis, partsOfDay } from "./lane-axis";
import { HEAD_PX } from "./lane-head";
import { useScheduleScreen } from "./schedule-context";
import { useTimeWords } from "./use-time-words";

/** Fewer px than this between two marks and their figures would touch. */
const HOUR_PX = 26;

/** The days above the lanes, with their hours. */
export function AxisHead({ axis }: { axis: LaneAxis }) {
  const t = useTranslations("schedule");
  const { address, schedule } = useScheduleScreen();
  return (
    <div className="sticky top-0 z-sticky flex h-12 border-b border-line bg-surface-2">
      <div
        style={{ width: HEAD_PX }}
        className="sticky left-0 z-1 flex shrink-0 items-center bg-surface-2 px-3 text-12 text-text-3"
      >
        {t(address.lanes === "mailboxes" ? "mailbox" : "person")}
      </div>
      <div className="relative flex-1">
        {axis.days.map((day) => (
          <DayHead
            key={day.date}
            day={day}
            hours={axis.hours}
            isToday={day.date === address.today}
            holidays={schedule.holidays.filter(({ date }) => date === day.date)}
          />
        ))}
      </div>
    </div>
  );
}

type DayHeadProps = { day: AxisDay; hours: LaneAxis["hours"]; isToday: boolean; holidays: Holiday[] };

function DayHead({ day, hours, isToday, holidays }: DayHeadProps) {
  const t = useTranslations("schedule");
  const words = useTimeWords();
  return (
    <div
      style={{ left: day.left, width: day.width }}
      data-head={day.date}
      className={cn("absolute inset-y-0 overflow-hidden border-l border-line", isToday && "border-t-2 border-t-now")}
    >
      <p
        className={cn(
          "flex gap-1.5 truncate pt-1.5",
          day.isNarrow ? "px-1 text-12" : "px-2 text-13",
          isToday && "font-strong",
        )}
      >
        <span>
          {words.weekday(day.date)} {words.dayOfMonth(day.date)}
        </span>
        {holidays.length > 0 ? (
          <span
            title={holidays.map(({ name, country }) => `${country}: ${name}`).join("\n")}
            className="truncate text-12 font-regular text-warn"
          >
            {t("closed", { countries: [...new Set(holidays.map(({ country }) => country))].join(", ") })}
          </span>
        ) : null}
      </p>
      {day.isNarrow
        ? null
        : hourMarks(hours, day.width).map((hour) => (
            <span
              key={hour}
              aria-hidden
              style={{ left: `${partsOfDay(hours, { start: clock(hour), end: clock(hour) }).from * 100}%` }}
              className="absolute bottom-0.5 -translate-x-1/2 text-10 text-text-3 tabular-nums"
            >
              {hour}
            </span>
          ))}
    </div>
  );
}

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** Every hour, every third or every sixth, as there is room. */
function hourMarks({ from, to }: LaneAxis["hours"], width: number): number[] {
  const every = [1, 3, 6].find((step) => (width / (to - from)) * step >= HOUR_PX) ?? 12;
  return Array.from({ length: 24 / every }, (_, index) => index * every).filter((hour) => hour > from && hour < to);
}
