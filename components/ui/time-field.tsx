"use client";

import { Clock } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { IconButton } from "./icon-button";
import { late } from "./late";
import { listedTime, TIMES } from "./listed-time";
import { TypedBox, type TypedAttributes } from "./typed-box";
import { useTypedValue, type TypedValueProps } from "./use-typed-value";

const TimePopup = late(() => import("./time-popup").then((file) => file.TimePopup));

/** How far a key goes along the list. */
const STEPS = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
  ["PageDown", 6],
  ["PageUp", -6],
]);

type TimeFieldProps = TypedAttributes &
  TypedValueProps & { /** The name of the list and its button. */ openLabel: string };

/** A time of day (HH:mm), typed or chosen from a list. The focus stays in the text while arrows walk the list. */
export function TimeField({ openLabel, ...props }: TimeFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const model = useTypedValue(props, input);
  const { open, active, close, toggle, choose, onKeyDown } = useTimeList(model);
  return (
    <TypedBox
      {...props}
      model={model}
      input={input}
      box={box}
      combobox={{
        role: "combobox",
        "aria-haspopup": "listbox",
        "aria-expanded": open !== null,
        "aria-autocomplete": "none",
        "aria-controls": open ? `${id}-list` : undefined,
        "aria-activedescendant": open ? `${id}-${active}` : undefined,
        onFocus: TimePopup.load,
      }}
      onKeyDown={onKeyDown}
      onBlur={close}
      opener={
        <IconButton
          label={openLabel}
          // Arrows open it from the text.
          tabIndex={-1}
          onPointerEnter={TimePopup.load}
          // The focus stays in the text, where there is one.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            // On a touch screen the keyboard would hide the list.
            if (!window.matchMedia("(pointer: coarse)").matches) input.current?.focus();
            toggle();
          }}
        >
          <Clock aria-hidden />
        </IconButton>
      }
    >
      {open ? (
        <TimePopup
          id={id}
          label={openLabel}
          box={box}
          active={active}
          isNear={open.at === null}
          chosen={model.value}
          onChoose={choose}
          onClose={close}
        />
      ) : null}
    </TypedBox>
  );
}

function useTimeList(model: ReturnType<typeof useTypedValue>) {
  /** Closed, or at which of the times; null for none that was walked to. */
  const [open, setOpen] = useState<{ at: number | null } | null>(null);
  const active = open?.at ?? listedTime(model.value);
  const close = () => setOpen(null);
  const choose = (time: string) => {
    model.take(time);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    const isEnter = key === "Enter" && !event.metaKey && !event.ctrlKey;
    if (isEnter) model.leave();
    const step = STEPS.get(key);
    const isOurs = open ? isEnter || key === "Escape" || step !== undefined : key === "ArrowDown";
    if (!isOurs) return;
    // What stands around the field has a use for these keys, too.
    event.preventDefault();
    event.stopPropagation();
    const walkedTo = open?.at == null ? undefined : TIMES[open.at];
    if (!open) setOpen({ at: null });
    else if (step !== undefined) setOpen({ at: Math.min(TIMES.length - 1, Math.max(0, active + step)) });
    else if (isEnter && walkedTo) choose(walkedTo);
    else close();
  };
  return { open, active, close, choose, onKeyDown, toggle: () => setOpen(open ? null : { at: null }) };
}
