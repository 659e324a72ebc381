import { ChevronLeft, ChevronRight } from "lucide-react";
import { DayPicker } from "react-day-picker";

/** How days are drawn, and which may be chosen (YYYY-MM-DD, both included). */
export type MonthLook = {
  locale: string;
  today: string;
  min?: string | undefined;
  max?: string | undefined;
  words: { months: string; next: string; previous: string };
};

type MonthGridProps = MonthLook & {
  /** YYYY-MM. */
  month: string;
  onMonth: (month: string) => void;
  /** Empty for none. */
  selected: string;
  onSelect: (day: string) => void;
  /** Days that are marked, with what they are called. */
  marked?: ReadonlyMap<string, string>;
};

/** The days of a month, Monday first as in all languages of the app, those with a name marked and named. Arrows walk, Home and End go along a week, Page keys turn the months. */
export function MonthGrid({ locale, today, min, max, words: labels, ...props }: MonthGridProps) {
  const { month, onMonth, selected, onSelect, marked = NONE } = props;
  const first = min ? dayFrom(min) : undefined;
  const last = max ? dayFrom(max) : undefined;
  const words = (options: Intl.DateTimeFormatOptions) => (day: Date) => day.toLocaleDateString(locale, options);
  return (
    <DayPicker
      mode="single"
      required
      weekStartsOn={1}
      fixedWeeks
      showOutsideDays
      today={dayFrom(today)}
      disabled={[...(first ? [{ before: first }] : []), ...(last ? [{ after: last }] : [])]}
      {...(first ? { startMonth: first } : {})}
      {...(last ? { endMonth: last } : {})}
      selected={selected ? dayFrom(selected) : undefined}
      onSelect={(day) => onSelect(textOf(day))}
      month={dayFrom(`${month}-01`)}
      onMonthChange={(next) => onMonth(textOf(next).slice(0, 7))}
      formatters={{
        formatCaption: words({ month: "long", year: "numeric" }),
        formatWeekdayName: words({ weekday: "narrow" }),
      }}
      labels={{
        labelGrid: words({ month: "long", year: "numeric" }),
        labelWeekday: words({ weekday: "long" }),
        labelDayButton: (day) =>
          [words({ weekday: "long", day: "numeric", month: "long" })(day), marked.get(textOf(day))]
            .filter(Boolean)
            .join(", "),
        labelNext: () => labels.next,
        labelPrevious: () => labels.previous,
        labelNav: () => labels.months,
      }}
      components={{ Chevron: ({ orientation }) => (orientation === "left" ? <ChevronLeft /> : <ChevronRight />) }}
      modifiers={{ marked: (day) => marked.has(textOf(day)) }}
      modifiersClassNames={{ marked: MARKED }}
      classNames={CLASSES}
    />
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
const NAV =
  "inline-flex size-control-sm items-center justify-center rounded-2 text-text-2 hover:bg-hover aria-disabled:text-text-off touch:size-control-touch [&_svg]:size-[15px]";
/** A line below the figure: colour alone says nothing, and the day is named where it is chosen. */
const MARKED = "[&>button]:underline [&>button]:decoration-warn [&>button]:decoration-2 [&>button]:underline-offset-2";
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
