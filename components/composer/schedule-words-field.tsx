import { BookmarkPlus, Clock, CornerDownLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { Button } from "@/components/ui/button";
import { isComposing } from "@/components/ui/is-composing";
import type { NaturalTime } from "@/lib/domain/natural-time";
import { isWeekend, type FreeDay } from "@/lib/domain/schedule-presets";
import { clockWords } from "./clock-words";
import { readOtherOrder, readWords, type WordsReading } from "./read-words";
import type { Zones } from "./schedule-picker-props";
import { useOwnPresets } from "./use-own-presets";

type Read = Extract<NaturalTime, { state: "read" }>;

type ScheduleWordsFieldProps = {
  text: string;
  zones: Zones;
  now: Date;
  /** The days that are no business days, where more is known than the weekend; null while they are on their way. */
  isFree?: FreeDay | null;
  onChange: (text: string) => void;
  /** Enter. */
  onTake: (read: Read) => void;
};

/** A time in natural words with what is understood beside it, before anything is taken. */
export function ScheduleWordsField({ text, zones, now, onChange, onTake, ...rest }: ScheduleWordsFieldProps) {
  const { isFree = isWeekend } = rest;
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  const id = useId();
  const own = useOwnPresets();
  const input = useFocusAtFirst();
  const isMonthFirst = useMonthFirst();
  const clocks = { zones, now, isFree, isMonthFirst };
  const reading = readWords(text, clocks);
  const other = readOtherOrder(text, clocks);
  return (
    <div className="p-3">
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 rounded-2 border border-line-control bg-surface px-2 focus-within:border-focus focus-within:outline-1 focus-within:outline-focus touch:min-h-control-touch">
        <Clock aria-hidden className="size-[15px] shrink-0 stroke-[1.75] text-text-3" />
        <input
          ref={input}
          type="text"
          aria-label={t("words")}
          aria-describedby={`${id}-reading`}
          placeholder={t(zones.theirs && !zones.isOurs ? "wordsExample" : "wordsExampleOwn")}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={200}
          value={text}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.metaKey || event.ctrlKey || isComposing(event)) return;
            event.preventDefault();
            if (reading.state === "read") onTake(reading);
          }}
          className="h-8 min-w-40 flex-1 bg-transparent text-13 outline-none max-md:text-16"
        />
        <output id={`${id}-reading`} className="flex min-w-0 items-center gap-1 text-12 tabular-nums">
          <Reading reading={reading} zones={zones} now={now} />
        </output>
      </div>
      {other ? (
        <Button size="sm" variant="quiet" className="mt-1" onClick={() => onTake(other)}>
          {t(isMonthFirst ? "reading.dayFirst" : "reading.monthFirst", {
            time: clockWords(other.instant, other.zone, now, locale).full,
          })}
        </Button>
      ) : null}
      {reading.state === "read" && own.mayKeep(text) ? (
        <Button size="sm" variant="quiet" className="mt-1" onClick={() => void own.keep(text)}>
          <BookmarkPlus aria-hidden />
          {t("own.keep")}
        </Button>
      ) : null}
    </div>
  );
}

function Reading({ reading, zones, now }: { reading: WordsReading; zones: Zones; now: Date }) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  if (reading.state === "empty") return null;
  if (reading.state !== "read")
    return (
      <span className={reading.state === "unreadable" || reading.state === "waits" ? "text-text-3" : "text-warn"}>
        {t(`reading.${reading.state === "no_zone" ? (zones.without ?? "no_zone") : reading.state}`)}
      </span>
    );
  const { full, place } = clockWords(reading.instant, reading.zone, now, locale);
  const isOurs = reading.zone === zones.ours && reading.zone !== zones.theirs;
  return (
    <span className="flex items-center gap-1 font-medium text-good">
      <CornerDownLeft aria-hidden className="size-3.5 shrink-0" />
      {isOurs ? t("reading.yours", { time: full }) : t("inPlace", { time: full, place })}
    </span>
  );
}

/** The picker's parts come a moment after its popup, which has taken the focus. A touch screen's keyboard would hide the rest. */
function useFocusAtFirst() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!window.matchMedia("(pointer: coarse)").matches) input.current?.focus();
  }, []);
  return input;
}
