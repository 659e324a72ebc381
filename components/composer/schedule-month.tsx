import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DayPicker } from "react-day-picker";
import type { Holiday } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { ScheduleModel } from "./use-schedule-choice";

type ScheduleMonthProps = { model: ScheduleModel; now: Date; holidays?: Holiday[] };

/** The days of a month, Monday first, public holidays marked and named; those gone by cannot be chosen. Arrows walk, Page keys turn the months. */
export function ScheduleMonth({ model, now, holidays = [] }: ScheduleMonthProps) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  const { fields, month, setMonth, changeFields, zone } = model;
  const today = dayFrom(wallTimeOf(now, zone).date);
  const holidayOn = new Map(holidays.map(({ date, name }) => [date, name]));
  const words = (options: Intl.DateTimeFormatOptions) => (day: Date) => day.toLocaleDateString(locale, options);
  return (
    <DayPicker
      mode="single"
      required
      weekStartsOn={1}
      fixedWeeks
      showOutsideDays
      today={today}
      disabled={{ before: today }}
      startMonth={today}
      selected={dayFrom(fields.date)}
      onSelect={(day) => changeFields({ date: textOf(day) })}
      month={dayFrom(`${month}-01`)}
      onMonthChange={(next) => setMonth(textOf(next).slice(0, 7))}
      formatters={{
        formatCaption: words({ month: "long", year: "numeric" }),
        formatWeekdayName: words({ weekday: "narrow" }),
      }}
      labels={{
        labelGrid: words({ month: "long", year: "numeric" }),
        labelWeekday: words({ weekday: "long" }),
        labelDayButton: (day) =>
          [words({ weekday: "long", day: "numeric", month: "long" })(day), holidayOn.get(textOf(day))]
            .filter(Boolean)
            .join(", "),
        labelNext: () => t("nextMonth"),
        labelPrevious: () => t("previousMonth"),
        labelNav: () => t("months"),
      }}
      components={{ Chevron: ({ orientation }) => (orientation === "left" ? <ChevronLeft /> : <ChevronRight />) }}
      modifiers={{ holiday: (day) => holidayOn.has(textOf(day)) }}
      modifiersClassNames={{ holiday: HOLIDAY }}
      classNames={CLASSES}
    />
  );
}

const NAV =
  "inline-flex size-control-sm items-center justify-center rounded-2 text-text-2 hover:bg-hover aria-disabled:text-text-off touch:size-control-touch [&_svg]:size-[15px]";
/** A line below the figure: colour alone says nothing, and the day is named where it is chosen. */
const HOLIDAY = "[&>button]:underline [&>button]:decoration-warn [&>button]:decoration-2 [&>button]:underline-offset-2";
const CLASSES = {
  root: "relative",
  nav: "absolute top-0 right-0 flex",
  button_previous: NAV,
  button_next: NAV,
  month_caption: "flex h-control-sm items-center px-1 text-13 font-strong touch:h-control-touch",
  month_grid: "w-full table-fixed border-collapse",
  weekday: "h-6 text-11 font-regular text-text-3",
  day: "p-0 text-center",
  day_button:
    "h-6 w-full rounded-2 text-13 tabular-nums hover:bg-hover focus-visible:outline-2 focus-visible:outline-focus disabled:text-text-off disabled:hover:bg-transparent touch:h-control-touch",
  outside: "text-text-3",
  today: "[&>button]:outline-1 [&>button]:-outline-offset-1 [&>button]:outline-line-control [&>button]:font-strong",
  selected: "[&>button]:bg-accent [&>button]:text-text-on-accent [&>button]:hover:bg-accent-hover",
};

/** Days are passed as noons of the browser's own calendar, which exist on every day. */
const dayFrom = (date: string): Date => {
  const [year = 2000, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day, 12);
};

const textOf = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
