"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { ClockField } from "@/components/fields/clock-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { placeOf } from "@/lib/domain/wall-time";
import { ScheduleDays } from "./schedule-days";
import { ScheduleMonth } from "./schedule-month";
import { ScheduleNotice } from "./schedule-notice";
import type { SchedulePickerProps, Zones } from "./schedule-picker-props";
import { SchedulePresets } from "./schedule-presets";
import { ScheduleWordsField } from "./schedule-words-field";
import { freeDays } from "./send-rules";
import { useOwnPresets } from "./use-own-presets";
import { useScheduleChoice, type ScheduleModel } from "./use-schedule-choice";
import { useSendTimes } from "./use-send-times";

/** The open picker: words on top, presets beside a month with time and zone, both days below, and the button that does it. */
export function SchedulePanel(props: SchedulePickerProps) {
  const { zones, now, chosen, onlyIfNoReply, about, onChoose, onConfirm = onChoose } = props;
  const own = useOwnPresets();
  const { times, areOnTheirWay } = useSendTimes(about);
  const isFree = freeDays(times);
  // Words that count business days wait for the lead's, and are never counted otherwise than they are shown.
  const known = areOnTheirWay ? null : isFree;
  const model = useScheduleChoice({ zones, chosen, now, isFree: known, isMonthFirst: useMonthFirst() });
  const [condition, setCondition] = useState(onlyIfNoReply ?? false);
  const { choice } = model;
  const confirm = () => {
    if (choice.state === "chosen") onConfirm({ time: choice.instant.toISOString(), zone: choice.zone }, condition);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    confirm();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Mod+Enter, wherever the focus is within
    <div className="flex flex-col" onKeyDown={onKeyDown}>
      <ScheduleWordsField
        text={model.words}
        zones={zones}
        now={now}
        isFree={known}
        onChange={model.say}
        onTake={({ instant, zone }) => onChoose({ time: instant.toISOString(), zone }, condition)}
      />
      <div className="flex border-y border-line max-sm:flex-col">
        <SchedulePresets
          zones={zones}
          now={now}
          own={own}
          times={times}
          instant={choice.state === "chosen" ? choice.instant : null}
          onChoose={(time, zone) => onChoose({ time, zone }, condition)}
        />
        <div className="flex min-w-0 flex-1 flex-col gap-3 border-line p-3 max-sm:border-t sm:border-l">
          <ScheduleMonth model={model} now={now} holidays={times?.holidays ?? []} />
          <TimeAndZone model={model} zones={zones} />
        </div>
      </div>
      <ScheduleDays choice={choice} zones={zones} now={now} isFree={isFree}>
        {times && choice.state === "chosen" ? (
          <ScheduleNotice
            instant={choice.instant}
            times={times}
            zones={zones}
            now={now}
            onMove={(instant) => model.choose({ instant, zone: choice.zone, change: "none" })}
          />
        ) : null}
      </ScheduleDays>
      <Foot
        {...props}
        isReady={choice.state === "chosen"}
        condition={condition}
        onCondition={setCondition}
        onConfirm={confirm}
      />
    </div>
  );
}

function TimeAndZone({ model, zones }: { model: ScheduleModel; zones: Zones }) {
  const t = useTranslations("composer.schedule");
  const id = useId();
  const { choice, fields, zone, changeFields, changeZone } = model;
  // Unclear words say so themselves.
  const problem = choice.state === "chosen" || choice.state === "unclear" ? null : choice.state;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="sr-only">
          {t("time")}
        </label>
        <ClockField
          id={id}
          isProblemTold
          value={fields.time}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
          onChange={(time) => changeFields({ time: time ?? "" })}
          className="w-25 shrink-0"
        />
        <ZoneChoice zones={zones} zone={zone} onChange={changeZone} />
      </div>
      {problem ? <FieldError id={`${id}-error`}>{t(problem)}</FieldError> : null}
    </div>
  );
}

function ZoneChoice({ zones, zone, onChange }: { zones: Zones; zone: string; onChange: (zone: string) => void }) {
  const t = useTranslations("composer.schedule");
  const all = [...new Set([...(zones.theirs ? [zones.theirs] : []), zones.ours, zone])];
  if (all.length === 1) return <p className="text-12 text-text-3">{t("yourTime", { place: placeOf(zone) })}</p>;
  return (
    <div role="radiogroup" aria-label={t("zone")} className="flex min-w-0 flex-1 rounded-2 bg-sunken p-0.5">
      {all.map((each) => (
        <label
          key={each}
          className={cn(
            "flex h-6 min-w-0 flex-1 items-center justify-center rounded-[4px] px-2 text-12 font-medium has-focus-visible:outline-2 has-focus-visible:outline-focus touch:h-control-touch",
            each === zone ? "bg-raised shadow-1" : "text-text-2",
          )}
        >
          <input
            type="radio"
            name="zone"
            value={each}
            checked={each === zone}
            onChange={() => onChange(each)}
            className="sr-only"
          />
          <span className="truncate">{each === zones.ours && each !== zones.theirs ? t("mine") : placeOf(each)}</span>
        </label>
      ))}
    </div>
  );
}

type FootProps = Pick<SchedulePickerProps, "onlyIfNoReply" | "confirmLabel" | "onCancel"> & {
  isReady: boolean;
  condition: boolean;
  onCondition: (on: boolean) => void;
  onConfirm: () => void;
};

function Foot({ onlyIfNoReply, confirmLabel, onCancel, isReady, condition, onCondition, onConfirm }: FootProps) {
  const t = useTranslations("composer.schedule");
  // The same keys as in the composer around: the last step, and back.
  const send = useCommandKeys("reply.send");
  const back = useCommandKeys("reply.putAside");
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-raised p-2 pl-3">
      {onlyIfNoReply === null ? null : (
        <Checkbox checked={condition} onChange={onCondition} className="min-w-0 flex-1 basis-40 max-sm:basis-full">
          {t("onlyIfNoReply")}
        </Checkbox>
      )}
      <span className="ml-auto flex flex-wrap justify-end gap-2">
        <Button variant="quiet" size="lg" aria-keyshortcuts={back.aria} onClick={onCancel}>
          {t("cancel")} <CommandKeys id="reply.putAside" />
        </Button>
        <Button variant="primary" size="lg" disabled={!isReady} aria-keyshortcuts={send.aria} onClick={onConfirm}>
          {confirmLabel}
          <kbd aria-hidden className="rounded-1 bg-text-on-accent/20 px-1 font-sans text-10 font-medium touch:hidden">
            {send.caps.join(" ")}
          </kbd>
        </Button>
      </span>
    </div>
  );
}
