"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { DayField } from "@/components/fields/day-field";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { DATE_PRESETS, presetOf, rangeOf } from "./date-presets";
import { FILTER_NAMES, filterChange, type FilterName, useFilterChoices } from "./use-filter-choices";
import type { ThreadListModel } from "./use-thread-list";
import { useViewer } from "./viewer";

type FilterPanelProps = { list: ThreadListModel; anchor: HTMLElement; onClose: () => void };

/** Narrows the list; every choice holds at once and stands in the address. */
export function FilterPanel({ list, anchor, onClose }: FilterPanelProps) {
  const t = useTranslations("inbox.filter");
  const choices = useFilterChoices();
  return (
    <Popover.Root
      open
      onOpenChange={(next, { event }) => {
        // Its own button closes it by itself, and would open it again after this.
        if (!next && !(event.target instanceof Node && anchor.contains(event.target))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="end" sideOffset={4} collisionPadding={8} className="z-popover">
          <Popover.Popup
            finalFocus={() => anchor}
            className="flex max-h-(--available-height) w-72 max-w-[calc(100vw-1rem)] flex-col gap-2 overflow-y-auto rounded-3 bg-raised p-3 shadow-2 outline-none"
          >
            <Popover.Title className="text-13 font-strong">{t("label")}</Popover.Title>
            {FILTER_NAMES.filter((name) => choices[name].length > 0).map((name) => (
              <Choice
                key={name}
                name={name}
                value={String(list.address[name] ?? "")}
                choices={choices[name]}
                onChange={(value) => list.narrow(filterChange(name, value))}
              />
            ))}
            <Dates list={list} />
            <div className="mt-1 flex justify-between">
              <Button variant="quiet" size="sm" disabled={!list.isFiltered} onClick={list.clearFilters}>
                {t("clear")}
              </Button>
              <Button size="sm" onClick={onClose}>
                {t("close")}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ChoiceProps = {
  name: FilterName;
  value: string;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choice({ name, value, choices, onChange }: ChoiceProps) {
  const t = useTranslations("inbox.filter");
  const id = useId();
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="text-12 text-text-2">
        {t(name)}
      </label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("any")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** A span of days by one choice, or from one day to another. */
function Dates({ list: { address, narrow } }: { list: ThreadListModel }) {
  const t = useTranslations("inbox.filter");
  const { viewer, now } = useViewer();
  const id = useId();
  const today = wallTimeOf(now, viewer.timeZone).date;
  const { from, to } = address;
  const preset = presetOf({ from, to }, today);
  const choose = (value: string) => {
    const chosen = DATE_PRESETS.find((each) => each === value);
    narrow(chosen ? rangeOf(chosen, today) : { from: null, to: null });
  };
  return (
    <>
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-2">
        <label htmlFor={id} className="text-12 text-text-2">
          {t("date")}
        </label>
        <Select id={id} value={preset ?? (from || to ? "own" : "")} onChange={(event) => choose(event.target.value)}>
          <option value="">{t("any")}</option>
          {DATE_PRESETS.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
          {preset === null && (from ?? to) ? <option value="own">{t("own")}</option> : null}
        </Select>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Day label={t("fromLabel")} today={today} value={from} max={to} onChange={(day) => narrow({ from: day })} />
        <Day label={t("toLabel")} today={today} value={to} min={from} onChange={(day) => narrow({ to: day })} />
      </div>
    </>
  );
}

type DayProps = {
  label: string;
  today: string;
  value: string | null;
  min?: string | null;
  max?: string | null;
  onChange: (day: string | null) => void;
};

function Day({ label, today, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1 text-12 text-text-2">
      <label htmlFor={id}>{label}</label>
      <DayField
        id={id}
        isPatient
        today={today}
        value={value ?? ""}
        min={min ?? undefined}
        max={max ?? undefined}
        onChange={(day) => onChange(day || null)}
      />
    </div>
  );
}
