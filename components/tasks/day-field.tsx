import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Input } from "@/components/ui/input";
import { readNaturalTime } from "@/lib/domain/natural-time";
import { instantOf, wallTimeOf } from "@/lib/domain/wall-time";

/** `day`: empty for none, null while words stand there that say none. */
type DayFieldProps = { day: string | null; onChange: (day: string | null) => void };

/** A day, in words ("tomorrow", "next Tue") or from the calendar; what was understood stands beside it. */
export function DayField({ day, onChange }: DayFieldProps) {
  const t = useTranslations("tasks");
  const { viewer, now, words } = useViewer();
  const id = useId();
  const [typed, setTyped] = useState("");
  const { date: today } = wallTimeOf(now, viewer.timeZone);
  const read = (text: string) => {
    setTyped(text);
    onChange(text.trim() === "" ? "" : dayOf(text, today, viewer.timeZone));
  };
  const isUnreadable = day === null;
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <label htmlFor={`${id}-words`} className="flex min-w-0 flex-col gap-0.5 text-11 text-text-2">
        {t("due")}
        <Input
          id={`${id}-words`}
          value={typed}
          placeholder={t("dueExample")}
          autoComplete="off"
          maxLength={100}
          aria-describedby={`${id}-reading`}
          aria-invalid={isUnreadable || undefined}
          onChange={(event) => read(event.target.value)}
          className="text-12 max-md:text-16"
        />
      </label>
      <label htmlFor={`${id}-day`} className="flex min-w-0 flex-col gap-0.5 text-11 text-text-2">
        {t("day")}
        <Input
          id={`${id}-day`}
          type="date"
          value={day ?? ""}
          // What is late may stay so.
          min={day && day < today ? day : today}
          onChange={(event) => {
            setTyped("");
            onChange(event.target.value);
          }}
          className="text-12 max-md:text-16"
        />
      </label>
      <output id={`${id}-reading`} className="col-span-2 text-11 text-text-2 empty:hidden">
        {isUnreadable ? t("dueUnreadable") : day ? t("dueOn", { day: words.weekday(day) }) : null}
      </output>
    </div>
  );
}

/** Read from the day's beginning, so that "today" is no time that has passed. */
function dayOf(text: string, today: string, zone: string): string | null {
  const morning = instantOf({ date: today, time: "00:00" }, zone)?.instant;
  if (!morning) return null;
  const read = readNaturalTime(text, { now: morning, theirs: null, ours: zone });
  return read.state === "read" ? wallTimeOf(read.instant, zone).date : null;
}
