"use client";

import { useTranslations } from "next-intl";
import { memo, useMemo, useRef, useState } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import type { Holiday, ScheduleItem } from "@/lib/domain/schedule-item";
import { weekdayOf } from "@/lib/domain/wall-time";
import { CapacityBar, CapacityFigure } from "./capacity-line";
import { useCarry } from "./carry-store";
import { DayPopover } from "./day-popover";
import { weekOf } from "./days-of-view";
import { ItemMark } from "./item-mark";
import { isMovable, itemKey, itemStateOf } from "./item-state";
import { type MonthDay, monthDays } from "./month-day";
import { useScheduleScreen } from "./schedule-context";
import { useDragSource } from "./use-drag-source";
import { useDropPlace } from "./use-drop-place";
import { useItemKeys } from "./use-item-keys";
import { type ItemWords, useItemWords } from "./use-item-words";
import { useTimeWords } from "./use-time-words";
import { wallTimeOf } from "@/lib/domain/wall-time";

const COLUMNS = "grid grid-cols-[2rem_repeat(5,minmax(0,1fr))_repeat(2,minmax(3rem,0.6fr))]";

/** A month: names for what matters, figures for the rest; a day opens as hours and mailboxes. */
export function MonthView() {
  const t = useTranslations("schedule");
  const { address, schedule, carrying, shown } = useScheduleScreen();
  const { viewer } = useViewer();
  const root = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ day: MonthDay; anchor: Element } | null>(null);
  const days = useMemo(
    () => monthDays(schedule, address.days, viewer.timeZone),
    [schedule, address.days, viewer.timeZone],
  );
  const keys = useItemKeys(root);
  useDropPlace(root, ({ clientX, clientY }) =>
    carrying.hoverDay(
      document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-day]")?.dataset.day ?? null,
    ),
  );
  const open = useStable((day: MonthDay, anchor: Element) => setOpened({ day, anchor }));
  const words = useItemWords();
  const shownKey = shown ? itemKey(shown.item) : null;
  return (
    <section
      ref={root}
      aria-label={t("views.month")}
      data-pane="list"
      className="flex min-h-0 flex-1 flex-col overflow-auto"
      {...keys}
    >
      <Weekdays dates={address.days.slice(0, 7)} />
      {weeksOf(days).map((week) => (
        <div key={week[0]!.date} className={cn(COLUMNS, "min-h-24 shrink-0 grow border-b border-line")}>
          <span className="pt-1.5 text-center text-11 text-text-3 tabular-nums">{weekOf(week[0]!.date)}</span>
          {week.map((day) => (
            <DayCell
              key={day.date}
              day={day}
              isToday={day.date === address.today}
              isOther={day.date.slice(0, 7) !== address.date.slice(0, 7)}
              holidays={schedule.holidays}
              shownKey={day.named.some((item) => itemKey(item) === shownKey) ? shownKey : null}
              words={words}
              onOpen={open}
            />
          ))}
        </div>
      ))}
      {opened ? <DayPopover {...opened} onClose={() => setOpened(null)} /> : null}
    </section>
  );
}

function Weekdays({ dates }: { dates: string[] }) {
  const words = useTimeWords();
  return (
    <div className={cn(COLUMNS, "sticky top-0 z-sticky border-b border-line bg-surface-2 text-12 text-text-2")}>
      <span />
      {dates.map((date) => (
        <span key={date} className="border-l border-line px-2 py-1">
          {words.weekday(date)}
        </span>
      ))}
    </div>
  );
}

type DayCellProps = {
  day: MonthDay;
  isToday: boolean;
  isOther: boolean;
  holidays: Holiday[];
  shownKey: string | null;
  words: ItemWords;
  onOpen: (day: MonthDay, anchor: Element) => void;
};

const DayCell = memo(function DayCell({ day, isToday, isOther, holidays, shownKey, words, onOpen }: DayCellProps) {
  const t = useTranslations("schedule");
  const times = useTimeWords();
  const { viewer } = useViewer();
  const isOver = useCarry(
    (carry) => carry?.at != null && wallTimeOf(new Date(carry.at), viewer.timeZone).date === day.date,
  );
  const closed = [...new Set(holidays.filter(({ date }) => date === day.date).map(({ country }) => country))];
  return (
    <div
      data-day={day.date}
      data-lane={day.date}
      className={cn(
        "flex min-w-0 flex-col gap-px border-l border-line px-1 pt-1 pb-1",
        weekdayOf(day.date) > 5 && "bg-[repeating-linear-gradient(135deg,var(--hatch)_0_3px,transparent_3px_8px)]",
        isToday && "border-t-2 border-t-now",
        isOver && "bg-accent-soft outline-2 -outline-offset-2 outline-accent outline-dashed",
      )}
    >
      <button
        type="button"
        onClick={(event) => onOpen(day, event.currentTarget)}
        className={cn(
          "flex h-6 items-center gap-1.5 rounded-2 px-1 text-12 whitespace-nowrap hover:bg-hover",
          isToday && "font-strong",
          isOther && "text-text-3",
        )}
      >
        {day.date.endsWith("-01") ? times.shortDay(day.date) : times.dayOfMonth(day.date)}
        <span className="sr-only">{t("openDay", { day: times.longDay(day.date), count: day.items.length })}</span>
        {closed.length > 0 ? (
          <span className="truncate text-11 font-regular text-warn">
            {t("closed", { countries: closed.join(", ") })}
          </span>
        ) : null}
      </button>
      {day.named.map((item) => (
        <Named key={itemKey(item)} item={item} words={words} isShown={shownKey === itemKey(item)} />
      ))}
      {day.figures.map(({ state, count }) => (
        <span
          key={state}
          className={cn(
            "flex items-center gap-1 px-1 text-12",
            state === "sent" || state === "dropped" ? "text-text-3" : "text-text-2",
          )}
        >
          <ItemMark state={state} />
          <span className="truncate">{t(`figure.${state}`, { count })}</span>
        </span>
      ))}
      {day.used > 0 ? (
        <span className="mt-auto flex items-center gap-1.5 px-1">
          <CapacityBar {...day} />
          <CapacityFigure {...day} />
        </span>
      ) : null}
    </div>
  );
});

type NamedProps = { item: ScheduleItem; words: ItemWords; isShown: boolean };

const Named = memo(function Named({ item, words, isShown }: NamedProps) {
  const element = useRef<HTMLDivElement>(null);
  const state = itemStateOf(item);
  useDragSource(element, { item, thread: null }, isMovable(item));
  return (
    <div
      ref={element}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- Firefox drags no buttons
      role="button"
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-expanded={isShown}
      data-item={itemKey(item)}
      data-state={state}
      className={cn(
        "flex h-5.5 items-center gap-1 rounded-2 px-1 text-12 select-none [-webkit-touch-callout:none] hover:bg-hover",
        isShown && "bg-accent text-text-on-accent",
      )}
    >
      <ItemMark state={state} />
      {item.isAllDay ? null : <span className="shrink-0 tabular-nums">{words.time(item)}</span>}
      <span dir="auto" className="min-w-0 truncate">
        {words.title(item)}
      </span>
      <span className="sr-only">{words.unseen(item)}</span>
    </div>
  );
});

const weeksOf = (days: MonthDay[]): MonthDay[][] =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
