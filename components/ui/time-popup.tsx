"use client";

import { Popover } from "@base-ui/react/popover";
import { Check } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { cn } from "./cn";
import { TIMES } from "./listed-time";

type TimePopupProps = {
  id: string;
  label: string;
  box: RefObject<HTMLElement | null>;
  /** Which of the times the arrows have come to. */
  active: number;
  /** Nobody has walked there yet. */
  isNear: boolean;
  chosen: string;
  onChoose: (time: string) => void;
  onClose: () => void;
};

/** The times of a day, below the field that they belong to, which keeps the focus. */
export function TimePopup({ id, label, box, active, isNear, chosen, onChoose, onClose }: TimePopupProps) {
  return (
    <Popover.Root
      open
      onOpenChange={(next, { event }) => {
        // The field closes it by itself, and would open it again after this.
        if (!next && !(event.target instanceof Node && box.current?.contains(event.target))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={box} align="start" sideOffset={4} collisionPadding={8} className="z-popover">
          <Popover.Popup
            aria-label={label}
            initialFocus={false}
            finalFocus={false}
            className="w-29 origin-(--transform-origin) overflow-hidden rounded-3 bg-raised shadow-2 transition-[opacity,scale] duration-2 outline-none data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <div
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
              role="listbox"
              tabIndex={-1}
              id={`${id}-list`}
              aria-label={label}
              // The focus stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              className="max-h-[min(var(--available-height),15rem)] overflow-y-auto overscroll-contain p-1"
            >
              {TIMES.map((time, at) => (
                <Time
                  key={time}
                  id={`${id}-${at}`}
                  time={time}
                  isChosen={time === chosen}
                  isActive={at === active}
                  isMiddle={isNear}
                  onChoose={onChoose}
                />
              ))}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type TimeProps = {
  id: string;
  time: string;
  isChosen: boolean;
  isActive: boolean;
  isMiddle: boolean;
  onChoose: (time: string) => void;
};

function Time({ id, time, isChosen, isActive, isMiddle, onChoose }: TimeProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: isMiddle ? "center" : "nearest" });
  }, [isActive, isMiddle]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
    <div
      ref={row}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="option"
      tabIndex={-1}
      id={id}
      aria-selected={isChosen}
      onClick={() => onChoose(time)}
      className={cn(
        "flex min-h-control items-center gap-2 rounded-2 px-2 text-13 tabular-nums select-none hover:bg-hover touch:min-h-control-touch",
        isActive && "bg-hover",
        isChosen && "font-medium",
      )}
    >
      <span className="flex-1">{time}</span>
      {isChosen ? <Check aria-hidden className="size-[15px] stroke-[1.75] text-text-2" /> : null}
    </div>
  );
}
