"use client";

import { CalendarDays } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import type { DayPopupLook } from "./day-popup";
import { IconButton } from "./icon-button";
import { late } from "./late";
import { TypedBox, type TypedAttributes } from "./typed-box";
import { useTypedValue, type TypedValueProps } from "./use-typed-value";

/** Months are drawn for few, and not before they are asked for. */
const DayPopup = late(() => import("./day-popup").then((file) => file.DayPopup));

type DateFieldProps = TypedAttributes &
  TypedValueProps & {
    /** How days are drawn; asked when the calendar opens. */
    look: () => DayPopupLook;
    /** The name of the button that opens the calendar. */
    openLabel: string;
  };

/** A day (YYYY-MM-DD), typed or chosen from a month. Alt and the arrow down open the month. */
export function DateField({ look, openLabel, ...props }: DateFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const model = useTypedValue(props, input);
  /** From where it was opened, and where the focus goes back to. */
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") model.leave();
    if (event.key !== "ArrowDown" || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setFrom(event.currentTarget);
  };
  return (
    <TypedBox
      {...props}
      model={model}
      input={input}
      box={box}
      onKeyDown={onKeyDown}
      onPointerDown={() => setFrom(null)}
      opener={
        <IconButton
          label={openLabel}
          aria-haspopup="dialog"
          aria-expanded={from !== null}
          onPointerEnter={DayPopup.load}
          onFocus={DayPopup.load}
          onClick={({ currentTarget }) => setFrom(from ? null : currentTarget)}
        >
          <CalendarDays aria-hidden />
        </IconButton>
      }
    >
      {from ? (
        <DayPopup
          label={openLabel}
          anchor={box}
          from={from}
          value={model.value}
          mayBeEmpty={!props.needed}
          onChoose={model.take}
          onClose={() => setFrom(null)}
          {...look()}
        />
      ) : null}
    </TypedBox>
  );
}
