import { CalendarOff, Gauge } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { nextByDay } from "@/lib/domain/next-inside";
import { nightAt } from "@/lib/domain/night";
import type { SendTimes } from "@/lib/domain/send-times";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { whyOutside } from "@/lib/domain/why-outside";
import { clockWords } from "./clock-words";
import type { Zones } from "./schedule-picker-props";
import { sendRules } from "./send-rules";
import { useOutsideWords } from "./use-outside-words";

type ScheduleNoticeProps = {
  instant: Date;
  times: SendTimes;
  zones: Zones;
  now: Date;
  /** Takes the next time that is inside. */
  onMove: (instant: Date) => void;
};

/** Says that a machine would not send then, or that it is the lead's night, and what time is better: a person's is taken as it is. */
export function ScheduleNotice({ instant, times, zones, now, onMove }: ScheduleNoticeProps) {
  const t = useTranslations("composer.schedule.outside");
  const locale = useLocale();
  const rules = sendRules(times, zones);
  const isNight = zones.theirs !== null && nightAt(instant, zones.theirs) !== null;
  const why = whyOutside(instant, rules) ?? (isNight ? "night" : null);
  const inside = why && nextByDay(instant, rules);
  const words = useOutsideWords({ instant, times, zones });
  const capacity = <DayFilled instant={instant} times={times} />;
  if (!why) return capacity;
  const zone = zones.theirs ?? zones.ours;
  return (
    <>
      <div data-outside={why} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-warn">
        <output className="flex min-w-0 flex-1 basis-60 items-start gap-1">
          <CalendarOff aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>{words(why)}</span>
        </output>
        {inside ? (
          <button
            type="button"
            onClick={() => onMove(inside)}
            className="h-6 shrink-0 rounded-2 border border-line-control bg-surface px-2 font-medium text-text tabular-nums hover:bg-hover touch:h-control-touch"
          >
            {t("instead", { time: clockWords(inside, zone, now, locale).short })}
          </button>
        ) : null}
      </div>
      {capacity}
    </>
  );
}

/** How much of the mailbox's day is spoken for; nothing where it has no cap or nobody has planned anything. */
function DayFilled({ instant, times }: Pick<ScheduleNoticeProps, "instant" | "times">) {
  const t = useTranslations("composer.schedule.outside");
  const { address, timeZone } = times.mailbox;
  const { date } = wallTimeOf(instant, timeZone);
  const day = times.capacity.find((each) => each.date === date);
  if (!day || day.cap === null) return null;
  const isFull = day.used >= day.cap;
  return (
    <p data-capacity={isFull ? "full" : "free"} className={isFull ? "flex gap-1 text-warn" : "flex gap-1 text-text-3"}>
      <Gauge aria-hidden className="mt-px size-3.5 shrink-0" />
      {t(isFull ? "full" : "filled", { address, used: day.used, cap: day.cap })}
    </p>
  );
}
