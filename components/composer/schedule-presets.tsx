import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { countryName } from "@/components/ui/country-name";
import { IconButton } from "@/components/ui/icon-button";
import { type BestTime, nextBestTime } from "@/lib/domain/best-time";
import { dateFormat } from "@/lib/domain/date-format";
import { ownPresets } from "@/lib/domain/own-presets";
import { schedulePresets } from "@/lib/domain/schedule-presets";
import type { SendTimes } from "@/lib/domain/send-times";
import { placeOf } from "@/lib/domain/wall-time";
import { clockWords } from "./clock-words";
import type { Zones } from "./schedule-picker-props";
import { freeDays, sendRules } from "./send-rules";
import type { OwnPresets } from "./use-own-presets";
import { zoneMeant } from "./zones-of";

type PresetsProps = {
  zones: Zones;
  now: Date;
  own: OwnPresets;
  times: SendTimes | undefined;
  instant: Date | null;
  onChoose: (time: string, zone: string) => void;
};

/** Times to take with one press: the person's own words first, then the usual ones, and when answers came most. */
export function SchedulePresets({ zones, now, own, times, instant: chosen, onChoose }: PresetsProps) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  const zone = zoneMeant(zones);
  const isFree = freeDays(times);
  const isMonthFirst = useMonthFirst();
  const short = (instant: Date) => clockWords(instant, zone, now, locale).short;
  const preset = (instant: Date, of: string) => ({
    isChosen: instant.getTime() === chosen?.getTime(),
    time: short(instant),
    onPress: () => onChoose(instant.toISOString(), of),
  });
  return (
    <div className="p-2 sm:w-56 sm:shrink-0">
      <p className="px-2 py-1 text-12 text-text-3">
        {zones.theirs && !zones.isOurs ? t("presetsIn", { place: placeOf(zone) }) : t("presetsYours")}
      </p>
      {ownPresets(own.kept, { now, ...zones, isFree, isMonthFirst }).map(({ words, instant, zone: of }) => (
        <div key={words} className="group/own relative flex items-center">
          <Preset label={words} {...preset(instant, of)} />
          <IconButton
            label={t("own.forget", { words })}
            onClick={({ currentTarget }) => {
              focusAfter(currentTarget);
              void own.forget(words);
            }}
            className="absolute right-1 size-6 bg-hover opacity-0 group-hover/own:opacity-100 focus-visible:opacity-100 touch:static touch:shrink-0 touch:opacity-100"
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {schedulePresets(now, zone, isFree).map(({ key, instant }) => (
        <Preset key={key} label={t(`preset.${key}`)} {...preset(instant, zone)} />
      ))}
      {times?.best ? <Best best={times.best} times={times} zones={zones} now={now} preset={preset} /> : null}
    </div>
  );
}

/** The press goes with its row: the next time is where one goes on. */
function focusAfter(press: HTMLElement): void {
  const next = press.parentElement?.nextElementSibling;
  (next?.querySelector("button") ?? (next as HTMLElement | null))?.focus();
}

type PresetProps = { label: string; isChosen: boolean; time: string; onPress: () => void; reason?: string };

function Preset({ label, isChosen, time, onPress, reason }: PresetProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      title={label}
      className="flex min-h-control w-full min-w-0 flex-col justify-center rounded-2 px-2 text-13 hover:bg-hover active:bg-pressed aria-pressed:bg-selected touch:min-h-control-touch"
    >
      <span className="flex w-full items-center justify-between gap-3 whitespace-nowrap">
        <span className="truncate">{label}</span>
        <span className="text-12 text-text-3 tabular-nums">{time}</span>
      </span>
      {reason ? <span className="pb-1 text-left text-11 text-text-3">{reason}</span> : null}
    </button>
  );
}

type BestProps = Pick<PresetsProps, "zones" | "now"> & {
  best: BestTime;
  times: SendTimes;
  preset: (instant: Date, of: string) => Pick<PresetProps, "isChosen" | "time" | "onPress">;
};

function Best({ best, times, zones, now, preset }: BestProps) {
  const t = useTranslations("composer.schedule.best");
  const locale = useLocale();
  const instant = nextBestTime(best, now, sendRules(times, zones));
  if (!instant) return null;
  const zone = zoneMeant(zones);
  const place = times.country ? countryName(times.country, locale) : placeOf(zone);
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  // The 4th of January 2026 was a Sunday.
  const weekday =
    best.weekday === null
      ? "none"
      : dateFormat(locale, { timeZone: "UTC", weekday: "long" }).format(Date.UTC(2026, 0, 4 + best.weekday));
  const { count, total } = best;
  return (
    <div data-best={best.scope} className="mt-1 border-t border-line pt-1">
      <Preset
        label={t("label")}
        {...preset(instant, zone)}
        reason={t(best.scope, { count, total, place, weekday, from: clock(best.from), to: clock(best.to) })}
      />
    </div>
  );
}
