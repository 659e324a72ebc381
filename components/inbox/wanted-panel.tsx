import { CalendarClock, MessageSquareReply } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { ScheduleWordsField } from "@/components/composer/schedule-words-field";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { useOwnPresets } from "@/components/composer/use-own-presets";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { REMINDER_KINDS, type ReminderKind, type WantedBack } from "@/lib/domain/reminder";
import { ownPresets } from "@/lib/domain/own-presets";
import { schedulePresets } from "@/lib/domain/schedule-presets";
import { useViewer } from "./viewer";

type WantedPanelProps = {
  kind: ReminderKind;
  onKind: (kind: ReminderKind) => void;
  count: number;
  zones: Zones;
  note: string;
  onNote: (note: string) => void;
  onChoose: (wanted: Omit<WantedBack, "note">) => void;
  /** Any other day and time. */
  onPick: () => void;
};

/** Words on top, their own and the usual times below by the viewer's own clock, and what else may bring a thread back. Arrows walk the choices. */
export function WantedPanel({ kind, onKind, count, zones, note, onNote, onChoose, onPick }: WantedPanelProps) {
  const t = useTranslations("snooze");
  const schedule = useTranslations("composer.schedule");
  const locale = useLocale();
  const { now } = useViewer();
  const isMonthFirst = useMonthFirst();
  const [text, setText] = useState("");
  const [onlyIfNoReply, setOnlyIfNoReply] = useState(false);
  const { kept } = useOwnPresets();
  const root = useRef<HTMLDivElement>(null);
  const zone = zones.ours;
  const at = (instant: Date) =>
    onChoose({ until: instant.toISOString(), condition: onlyIfNoReply ? "if_no_reply" : "always" });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows walk the buttons within
    <div ref={root} data-wanted onKeyDown={(event) => walk(event, root.current)}>
      <Kinds kind={kind} onKind={onKind} label={t("kind.label")} />
      <p className="px-3 pt-1 text-12 text-text-3">
        {count > 1 ? `${t(`title.${kind}`, { count })}. ` : ""}
        {t(`hint.${kind}`)}
      </p>
      <ScheduleWordsField
        text={text}
        zones={zones}
        now={now}
        onChange={setText}
        onTake={({ instant }) => at(instant)}
      />
      {kind === "reminder" ? (
        <div className="px-3 pb-2">
          <Input
            aria-label={t("note")}
            placeholder={t("note")}
            maxLength={500}
            value={note}
            onChange={(event) => onNote(event.target.value)}
          />
        </div>
      ) : null}
      <fieldset aria-label={t("times")} className="min-w-0 border-t border-line p-1">
        {ownPresets(kept, { now, ...zones, isMonthFirst }).map(({ words, instant }) => (
          <Choice key={words} hint={clockWords(instant, zone, now, locale).short} onPress={() => at(instant)}>
            {words}
          </Choice>
        ))}
        {schedulePresets(now, zone).map(({ key, instant }) => (
          <Choice key={key} hint={clockWords(instant, zone, now, locale).short} onPress={() => at(instant)}>
            {schedule(`preset.${key}`)}
          </Choice>
        ))}
        <Choice
          icon={<MessageSquareReply aria-hidden />}
          onPress={() => onChoose({ until: null, condition: "until_reply" })}
        >
          {t(`whenTheyReply.${kind}`)}
        </Choice>
        <Choice icon={<CalendarClock aria-hidden />} onPress={onPick}>
          {t("pick")}
        </Choice>
      </fieldset>
      <div className="border-t border-line px-3 py-2">
        <Checkbox checked={onlyIfNoReply} onChange={setOnlyIfNoReply}>
          {t("ifNoReply")}
        </Checkbox>
      </div>
    </div>
  );
}

function Kinds({ kind, onKind, label }: Pick<WantedPanelProps, "kind" | "onKind"> & { label: string }) {
  const t = useTranslations("snooze.kind");
  return (
    <div role="radiogroup" aria-label={label} className="mx-3 mt-3 flex rounded-2 bg-sunken p-0.5">
      {REMINDER_KINDS.toReversed().map((each) => (
        <label
          key={each}
          className={cn(
            "flex h-6 min-w-0 flex-1 items-center justify-center rounded-[4px] px-2 text-12 font-medium has-focus-visible:outline-2 has-focus-visible:outline-focus touch:h-control-touch",
            each === kind ? "bg-raised shadow-1" : "text-text-2",
          )}
        >
          <input
            type="radio"
            name="wanted"
            value={each}
            checked={each === kind}
            onChange={() => onKind(each)}
            className="sr-only"
          />
          <span className="truncate">{t(each)}</span>
        </label>
      ))}
    </div>
  );
}

type ChoiceProps = { icon?: ReactNode; hint?: string; onPress: () => void; children: ReactNode };

function Choice({ icon, hint, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      data-choice
      onClick={onPress}
      className="flex min-h-control w-full items-center gap-2 rounded-2 px-2 text-left text-13 -outline-offset-2 hover:bg-hover active:bg-pressed touch:min-h-control-touch [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75] [&_svg]:text-text-2"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint ? <span className="text-12 text-text-3 tabular-nums">{hint}</span> : null}
    </button>
  );
}

/** Down leads from the words into the choices, and up back. */
function walk(event: KeyboardEvent, root: HTMLElement | null): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const from = event.target as HTMLElement;
  if (!root || from.matches("[type='radio']")) return;
  const stops = [...root.querySelectorAll<HTMLElement>("input[type='text'], [data-choice]")];
  const place = stops.indexOf(from);
  const next = place < 0 ? undefined : stops[place + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
