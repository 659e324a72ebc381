"use client";

import { Popover } from "@base-ui/react/popover";
import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { Button } from "./button";
import { isComposing } from "./is-composing";
import { MonthGrid, type MonthLook } from "./month-grid";

export type DayPopupLook = MonthLook & { todayLabel: string; clearLabel: string };

type DayPopupProps = DayPopupLook & {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  from: HTMLElement;
  value: string;
  mayBeEmpty: boolean;
  onChoose: (day: string) => void;
  onClose: () => void;
};

/** A month to choose a day from, below the field that it belongs to. */
export function DayPopup({ label, anchor, from, value, mayBeEmpty, onChoose, onClose, ...look }: DayPopupProps) {
  const { todayLabel, clearLabel, ...days } = look;
  const { today, min, max } = days;
  // What may be chosen is in sight, however far from today it is.
  const shown = value || (min && min > today ? min : max && max < today ? max : today);
  const [month, setMonth] = useState(shown.slice(0, 7));
  const popup = useRef<HTMLDivElement>(null);
  const choose = (day: string) => {
    onChoose(day);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    // Only the month closes, and not what stands around the field.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const isTodayOpen = (!min || today >= min) && (!max || today <= max);
  return (
    <Popover.Root
      open
      onOpenChange={(next, { event }) => {
        // The field closes it by itself, and its button would open it again after this.
        if (!next && !(event.target instanceof Node && anchor.current?.contains(event.target))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={8} className="z-popover">
          <Popover.Popup
            aria-label={label}
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>("td button[tabindex='0']") ?? null}
            finalFocus={() => from}
            onKeyDown={onKeyDown}
            className="max-h-(--available-height) w-64 max-w-[calc(100vw-1rem)] origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised p-3 shadow-2 transition-[opacity,scale] duration-2 outline-none data-starting-style:scale-98 data-starting-style:opacity-0 touch:w-83"
          >
            <MonthGrid {...days} month={month} onMonth={setMonth} selected={value} onSelect={choose} />
            {isTodayOpen || (mayBeEmpty && value) ? (
              <div className="mt-2 flex justify-between border-t border-line pt-2">
                {isTodayOpen ? (
                  <Button variant="quiet" size="sm" onClick={() => choose(today)}>
                    {todayLabel}
                  </Button>
                ) : (
                  <span />
                )}
                {mayBeEmpty && value ? (
                  <Button variant="quiet" size="sm" onClick={() => choose("")}>
                    {clearLabel}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
