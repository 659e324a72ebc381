import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DayField } from "@/components/fields/day-field";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { useViewer } from "@/components/inbox/viewer";
import { readNaturalTime } from "@/lib/domain/natural-time";
import { instantOf, wallTimeOf } from "@/lib/domain/wall-time";

/** `day`: empty for none, null while words stand there that say none. */
type DueFieldProps = { day: string | null; onChange: (day: string | null) => void };

/** A day, as a date, in words ("tomorrow", "next Tue") or from the calendar; what was understood stands below it. */
export function DueField({ day, onChange }: DueFieldProps) {
  const t = useTranslations("tasks");
  const { viewer, now, words } = useViewer();
  const id = useId();
  const isMonthFirst = useMonthFirst();
  const { date: today } = wallTimeOf(now, viewer.timeZone);
  // What is late may stay so.
  const [earliest] = useState(day && day < today ? day : today);
  return (
    <div className="flex min-w-0 flex-col gap-0.5 text-11 text-text-2">
      <label htmlFor={id}>{t("due")}</label>
      <DayField
        id={id}
        value={day ?? ""}
        today={today}
        min={earliest}
        placeholder={t("dueExample")}
        readWords={(text) => dayOf(text, { today, zone: viewer.timeZone, isMonthFirst })}
        aria-describedby={`${id}-reading`}
        onChange={onChange}
        inputClassName="text-12 max-md:text-16"
      />
      <output id={`${id}-reading`} className="empty:hidden">
        {day ? t("dueOn", { day: words.weekday(day) }) : null}
      </output>
    </div>
  );
}

type Asked = { today: string; zone: string; isMonthFirst: boolean };

/** Read from the day's beginning, so that "today" is no time that has passed. */
function dayOf(text: string, { today, zone, isMonthFirst }: Asked): string | null {
  const morning = instantOf({ date: today, time: "00:00" }, zone)?.instant;
  if (!morning) return null;
  const read = readNaturalTime(text, { now: morning, theirs: null, ours: zone, isMonthFirst });
  return read.state === "read" ? wallTimeOf(read.instant, zone).date : null;
}
