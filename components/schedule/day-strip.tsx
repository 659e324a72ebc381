import { cn } from "@/components/ui/cn";
import { CapacityBar } from "./capacity-line";
import type { MonthDay } from "./month-day";
import { useScheduleScreen } from "./schedule-context";
import { useTimeWords } from "./use-time-words";

/** The days of the week above a phone's list; the list begins with the one that is chosen. */
export function DayStrip({ days }: { days: MonthDay[] }) {
  const { address } = useScheduleScreen();
  const words = useTimeWords();
  return (
    <ul className="flex shrink-0 border-b border-line px-2 py-1.5">
      {weekOf(days, address.date).map((day) => {
        const isChosen = day.date === address.date;
        return (
          <li key={day.date} className="flex-1">
            <button
              type="button"
              aria-pressed={isChosen}
              onClick={() => address.showDay(day.date)}
              className={cn(
                "flex w-full flex-col items-center gap-0.5 rounded-3 px-1 py-1.5",
                isChosen ? "bg-text text-surface" : day.date === address.today ? "font-strong text-now" : "text-text-2",
              )}
            >
              <span className="text-11">{words.weekday(day.date)}</span>
              <span className="text-16 tabular-nums">{words.dayOfMonth(day.date)}</span>
              <span className="sr-only">{words.longDay(day.date)}</span>
              <span className="flex h-1 w-6 items-center">{day.used > 0 ? <CapacityBar {...day} /> : null}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Of the days that are shown, which begin with a week's first, those of the week of a date. */
function weekOf(days: MonthDay[], date: string): MonthDay[] {
  const first = Math.max(
    0,
    days.findLastIndex((day, index) => index % 7 === 0 && day.date <= date),
  );
  return days.slice(first, first + 7);
}
