import { useLocale } from "next-intl";
import { useMonthWords } from "@/components/fields/use-month-words";
import { MonthGrid } from "@/components/ui/month-grid";
import type { Holiday } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { ScheduleModel } from "./use-schedule-choice";

type ScheduleMonthProps = { model: ScheduleModel; now: Date; holidays?: Holiday[] };

/** The days of a month, public holidays marked and named; those gone by cannot be chosen. */
export function ScheduleMonth({ model, now, holidays = [] }: ScheduleMonthProps) {
  const { fields, month, setMonth, changeFields, zone } = model;
  const today = wallTimeOf(now, zone).date;
  return (
    <MonthGrid
      locale={useLocale()}
      words={useMonthWords()}
      today={today}
      min={today}
      month={month}
      onMonth={setMonth}
      selected={fields.date}
      onSelect={(date) => changeFields({ date })}
      marked={new Map(holidays.map(({ date, name }) => [date, name]))}
    />
  );
}
