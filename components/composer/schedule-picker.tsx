"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { schedulePresets } from "@/lib/domain/schedule-presets";
import { placeOf } from "@/lib/domain/wall-time";
import { bothClocks, clockWords } from "./clock-words";
import type { ChosenTime } from "./composer-state";
import { fieldsFor, fieldsInZone, scheduleChoice, type ScheduleChoice } from "./schedule-choice";

export type Zones = { theirs: string | null; ours: string };

type SchedulePickerProps = {
  zones: Zones;
  now: Date;
  chosen: ChosenTime;
  /** Null where the condition cannot be changed (a reply that only moves). */
  onlyIfNoReply: boolean | null;
  confirmLabel: string;
  onChoose: (chosen: NonNullable<ChosenTime>, onlyIfNoReply: boolean) => void;
  onCancel: () => void;
};

/** Presets, a date and a time with its zone, and what they come to on both clocks. */
export function SchedulePicker({
  zones,
  now,
  chosen,
  onlyIfNoReply,
  confirmLabel,
  onChoose,
  onCancel,
}: SchedulePickerProps) {
  const t = useTranslations("composer.schedule");
  const [zone, setZone] = useState(chosen?.zone ?? zones.theirs ?? zones.ours);
  const [fields, setFields] = useState(() => fieldsFor(chosen?.time ?? null, zone, now));
  const [condition, setCondition] = useState(onlyIfNoReply ?? false);
  const choice = scheduleChoice(fields, zone, now);
  const choose = () => {
    if (choice.state === "chosen") onChoose({ time: choice.instant.toISOString(), zone }, condition);
  };
  const changeZone = (next: string) => {
    setFields(fieldsInZone(fields, zone, next));
    setZone(next);
  };
  return (
    <form
      noValidate
      className="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        choose();
      }}
    >
      <div className="flex max-sm:flex-col">
        <Presets
          zones={zones}
          now={now}
          onChoose={(time) => onChoose({ time, zone: zones.theirs ?? zones.ours }, condition)}
        />
        <div className="flex min-w-0 flex-1 flex-col gap-3 border-line p-3 max-sm:border-t sm:border-l">
          <DateFields fields={fields} choice={choice} onChange={setFields} />
          <ZoneChoice zones={zones} zone={zone} onChange={changeZone} />
          <ChoiceWords choice={choice} zones={zones} now={now} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line p-2 pl-3">
        {onlyIfNoReply === null ? null : (
          <Checkbox checked={condition} onChange={setCondition} className="min-w-0">
            {t("onlyIfNoReply")}
          </Checkbox>
        )}
        <span className="flex-1" />
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={choice.state !== "chosen"}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}

function Presets({ zones, now, onChoose }: { zones: Zones; now: Date; onChoose: (time: string) => void }) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  const zone = zones.theirs ?? zones.ours;
  return (
    <div className="p-2 sm:w-60">
      <p className="px-2 py-1 text-12 text-text-3">
        {zones.theirs ? t("presetsIn", { place: placeOf(zone) }) : t("presetsYours")}
      </p>
      {schedulePresets(now, zone).map(({ key, instant }) => (
        <button
          key={key}
          type="button"
          onClick={() => onChoose(instant.toISOString())}
          className="flex h-control w-full items-center justify-between gap-3 rounded-2 px-2 text-13 whitespace-nowrap hover:bg-hover active:bg-pressed touch:h-control-touch"
        >
          <span>{t(`preset.${key}`)}</span>
          <span className="text-text-3 tabular-nums">{clockWords(instant, zone, now, locale).short}</span>
        </button>
      ))}
    </div>
  );
}

type DateFieldsProps = {
  fields: { date: string; time: string };
  choice: ScheduleChoice;
  onChange: (fields: { date: string; time: string }) => void;
};

function DateFields({ fields, choice, onChange }: DateFieldsProps) {
  const t = useTranslations("composer.schedule");
  const errorId = useId();
  const isWrong = choice.state !== "chosen";
  const wrong = { "aria-invalid": isWrong || undefined, "aria-describedby": isWrong ? errorId : undefined };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex gap-2">
        <Field label={t("date")} className="flex-1">
          {({ id }) => (
            <Input
              {...wrong}
              id={id}
              type="date"
              value={fields.date}
              onChange={(event) => onChange({ ...fields, date: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("time")} className="w-28">
          {({ id }) => (
            <Input
              {...wrong}
              id={id}
              type="time"
              value={fields.time}
              onChange={(event) => onChange({ ...fields, time: event.target.value })}
            />
          )}
        </Field>
      </div>
      {choice.state === "chosen" ? null : <FieldError id={errorId}>{t(choice.state)}</FieldError>}
    </div>
  );
}

function ZoneChoice({ zones, zone, onChange }: { zones: Zones; zone: string; onChange: (zone: string) => void }) {
  const t = useTranslations("composer.schedule");
  const all = [...new Set([...(zones.theirs ? [zones.theirs] : []), zones.ours, zone])];
  if (all.length === 1) return <p className="text-12 text-text-3">{t("yourTime", { place: placeOf(zone) })}</p>;
  return (
    <div role="radiogroup" aria-label={t("zone")} className="flex rounded-2 bg-sunken p-0.5">
      {all.map((each) => (
        <label
          key={each}
          className={cn(
            "flex h-6 flex-1 items-center justify-center rounded-[4px] px-2 text-12 font-medium has-focus-visible:outline-2 has-focus-visible:outline-focus touch:h-10",
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
          {each === zones.ours && each !== zones.theirs ? t("mine", { place: placeOf(each) }) : placeOf(each)}
        </label>
      ))}
    </div>
  );
}

function ChoiceWords({ choice, zones, now }: { choice: ScheduleChoice; zones: Zones; now: Date }) {
  const t = useTranslations("composer.schedule");
  const locale = useLocale();
  if (choice.state !== "chosen") return null;
  const { first, isTheirs, second } = bothClocks(choice.instant, zones, now, locale);
  return (
    <div className="flex flex-col gap-1 text-12" aria-live="polite">
      <p className="font-medium">
        {isTheirs ? t("inPlace", { time: first.full, place: first.place }) : first.full}
        {second ? (
          <span className="font-regular text-text-3"> {t("yours", { time: second.full, place: second.place })}</span>
        ) : null}
      </p>
      {choice.change === "none" ? null : (
        <p className="text-warn">
          {t(`clockChange.${choice.change}`, { time: clockWords(choice.instant, choice.zone, now, locale).clock })}
        </p>
      )}
    </div>
  );
}
