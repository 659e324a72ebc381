"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { AgendaRow } from "./agenda-row";
import { FULLNESS_TEXTS, fullnessOf } from "./capacity-line";
import { DayStrip } from "./day-strip";
import { foremost, itemKey } from "./item-state";
import { type MonthDay, monthDays } from "./month-day";
import { useScheduleScreen } from "./schedule-context";
import { useItemKeys } from "./use-item-keys";
import { useTimeWords } from "./use-time-words";

/** Of a day with more than this only what matters is named at first. */
const MOST_ROWS = 8;

/** One list of what comes, day by day, their clock first. On a phone the days of the week stand above it. */
export function AgendaView({ isPhone }: { isPhone: boolean }) {
  const t = useTranslations("schedule");
  const { address, schedule } = useScheduleScreen();
  const { viewer } = useViewer();
  const root = useRef<HTMLDivElement>(null);
  const keys = useItemKeys(root);
  const days = useMemo(
    () => monthDays(schedule, address.days, viewer.timeZone),
    [schedule, address.days, viewer.timeZone],
  );
  const shown = days.filter(({ date, items }) => items.length > 0 && (!isPhone || date >= address.date));
  return (
    <>
      {isPhone ? <DayStrip days={days} /> : null}
      <section
        ref={root}
        aria-label={t("views.agenda")}
        data-pane="list"
        className="min-h-0 flex-1 overflow-y-auto"
        {...keys}
      >
        {shown.length === 0 ? <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState> : null}
        {shown.map((day) => (
          <AgendaDay key={day.date} day={day} isToday={day.date === address.today} />
        ))}
      </section>
    </>
  );
}

function AgendaDay({ day, isToday }: { day: MonthDay; isToday: boolean }) {
  const t = useTranslations("schedule");
  const times = useTimeWords();
  const [isWhole, setWhole] = useState(false);
  const isLong = day.items.length > MOST_ROWS;
  const rows: ScheduleItem[] = isLong && !isWhole ? foremost(day.items, MOST_ROWS) : day.items;
  const rest = day.items.length - rows.length;
  const name = times.longDay(day.date);
  return (
    <section aria-label={name} data-lane={day.date}>
      <h2
        className={cn(
          "flex items-baseline justify-between border-b border-line bg-surface-2 px-3 py-1 text-12",
          isToday ? "font-strong" : "text-text-2",
        )}
      >
        <span className="first-letter:uppercase">{isToday ? t("dayToday", { day: name }) : name}</span>
        <span className={cn("font-regular tabular-nums", FULLNESS_TEXTS[fullnessOf(day.used, day.cap ?? Infinity)])}>
          {t("inDay", { count: day.items.length })}
          {day.used === 0
            ? null
            : `, ${day.cap === null ? t("capacity.used", { used: day.used }) : t("capacity.of", { used: day.used, cap: day.cap })}`}
        </span>
      </h2>
      {rows.map((item) => (
        <AgendaRow key={itemKey(item)} item={item} />
      ))}
      {rest > 0 ? (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="flex h-control-lg w-full items-center gap-2 border-b border-line px-3 text-text-2 -outline-offset-2 hover:bg-hover touch:h-control-touch"
        >
          <ChevronDown aria-hidden className="size-3.5 stroke-2" />
          {t("moreOfDay", { count: rest })}
        </button>
      ) : null}
    </section>
  );
}
