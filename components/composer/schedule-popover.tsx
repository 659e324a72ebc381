"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useRef, useState, type ReactElement } from "react";
import { focusedElement } from "@/components/commands/command-overlay";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { prefetchSchedulePicker, SchedulePicker } from "./schedule-picker";
import type { SchedulePickerProps } from "./schedule-picker-props";
import { usePrefetchSendTimes } from "./use-send-times";

type SchedulePopoverProps = Omit<SchedulePickerProps, "onCancel"> & {
  trigger: ReactElement<Record<string, unknown>>;
  disabled: boolean;
};

/** The times to choose from, over the button that asks for them. They go with the choice. */
export function SchedulePopover({ trigger, disabled, onChoose, onConfirm, ...picker }: SchedulePopoverProps) {
  const t = useTranslations("composer.schedule");
  const [isOpen, setOpen] = useState(false);
  // By key one comes from the text, and goes back to it.
  const from = useRef<HTMLElement | null>(null);
  const prefetchTimes = usePrefetchSendTimes(picker.about);
  // What is offered counts the holidays from the first press on.
  const prepare = () => {
    prefetchSchedulePicker();
    prefetchTimes();
  };
  const closing =
    (act: SchedulePickerProps["onChoose"]): SchedulePickerProps["onChoose"] =>
    (chosen, onlyIfNoReply) => {
      act(chosen, onlyIfNoReply);
      setOpen(false);
    };
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (open) from.current = isFocusLost() ? null : (focusedElement() as HTMLElement);
        setOpen(open && !disabled);
      }}
    >
      <Popover.Trigger
        // Whoever waits for what was pressed keeps the focus.
        aria-disabled={disabled || undefined}
        data-disabled={disabled ? "" : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        render={trigger}
      />
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} collisionPadding={8} className="z-popover">
          <Popover.Popup
            finalFocus={() => (from.current?.checkVisibility() ? from.current : true)}
            aria-label={t("title")}
            className="max-h-(--available-height) w-[34rem] max-w-[calc(100vw-1rem)] origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised shadow-3 transition-[opacity,scale] duration-2 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <SchedulePicker
              {...picker}
              onChoose={closing(onChoose)}
              {...(onConfirm ? { onConfirm: closing(onConfirm) } : {})}
              onCancel={() => setOpen(false)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
