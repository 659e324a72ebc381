import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isWeekend, type FreeDay } from "@/lib/domain/schedule-presets";
import { sameClock } from "@/lib/domain/wall-time";
import { dayAxis, placeOn, WORK, workingSpans, type DayAxis } from "@/lib/domain/working-hours";
import { bothClocks, clockWords } from "./clock-words";
import type { ScheduleChoice } from "./schedule-choice";
import type { Zones } from "./schedule-picker-props";

type ScheduleDaysProps = {
  choice: ScheduleChoice;
  zones: Zones;
  now: Date;
  /** The days on which nobody works where the lead is. */
  isFree: FreeDay;
  children?: ReactNode;
};

/** The chosen day as both see it: working hours shaded, the choice as a line over them. It informs and holds nothing back. */
export function ScheduleDays({ choice, zones, now, isFree, children }: ScheduleDaysProps) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  if (choice.state !== "chosen") return null;
  const { instant, change } = choice;
  const { first, isTheirs, second } = bothClocks(instant, zones, now, locale);
  const axis = dayAxis(instant, zones.theirs ?? zones.ours);
  const isSame = !zones.theirs || sameClock(zones.theirs, zones.ours, instant);
  const changed = clockWords(instant, choice.zone, now, locale).clock;
  return (
    <div className="flex flex-col gap-1.5 bg-surface-2 px-3 py-2 text-12">
      <p className="sr-only" aria-live="polite">
        {isTheirs ? t("inPlace", { time: first.full, place: first.place }) : first.full}
        {second ? ` ${t("yours", { time: second.full, place: second.place })}` : null}
      </p>
      <div
        aria-hidden
        className="grid grid-cols-[minmax(0,8.5rem)_minmax(3rem,auto)_minmax(0,1fr)] items-center gap-y-1"
      >
        <span className="col-span-2 truncate pr-2">
          <span className="font-medium">{first.full.split(",")[0]}</span>
          {isTheirs ? <span className="text-text-3"> {t("in", { place: first.place })}</span> : null}
        </span>
        <Hours axis={axis} />
        <DayRow
          label={isTheirs ? t("theirDay", first) : t("yourDay", first)}
          time={first.clock}
          axis={axis}
          zone={zones.theirs ?? zones.ours}
          at={instant}
          {...(isTheirs ? { isFree } : {})}
        />
        {second && !isSame ? (
          <DayRow
            label={t("yourDay", second)}
            // The day above is theirs.
            time={second.day === first.day ? second.clock : second.short}
            axis={axis}
            zone={zones.ours}
            at={instant}
          />
        ) : null}
        <span className="col-start-3 text-10 text-text-3">{t("hatched", WORK)}</span>
      </div>
      {change === "none" ? null : (
        <output className="flex items-start gap-1 text-warn">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {t(`clockChange.${change}`, { time: changed })}
        </output>
      )}
      {children}
    </div>
  );
}

function Hours({ axis }: { axis: DayAxis }) {
  return (
    <span className="@container relative h-3.5 text-10 text-text-3 tabular-nums">
      {axis.hours.map(({ hour, at }) => (
        <span
          key={hour}
          style={{ left: `${at * 100}%` }}
          // Where all of them would run into each other, every second stands.
          className="absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full @max-[9.5rem]:even:hidden"
        >
          {String(hour).padStart(2, "0")}
        </span>
      ))}
    </span>
  );
}

type DayRowProps = { label: string; time: string; axis: DayAxis; zone: string; at: Date; isFree?: FreeDay };

function DayRow({ label, time, axis, zone, at, isFree = isWeekend }: DayRowProps) {
  return (
    <>
      <span className="truncate">{label}</span>
      <span className="pr-2 text-right whitespace-nowrap tabular-nums">{time}</span>
      <span className="relative h-4 overflow-hidden rounded-1 bg-[repeating-linear-gradient(135deg,var(--hatch)_0_4px,transparent_4px_8px)]">
        {workingSpans(axis, zone, isFree).map(({ from, to }) => (
          <span
            key={from}
            style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
            className="absolute inset-y-0 rounded-1 border border-good-line bg-good-soft"
          />
        ))}
        <span
          style={{ left: `${placeOn(axis, at) * 100}%` }}
          className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent"
        />
      </span>
    </>
  );
}
