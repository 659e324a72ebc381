"use client";

import { Popover } from "@base-ui/react/popover";
import { Button as BaseButton } from "@base-ui/react/button";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { ChosenTime } from "./composer-state";
import { prefetchSchedulePicker, SchedulePicker } from "./schedule-picker";
import type { Zones } from "./schedule-picker-props";

type SendControlProps = {
  label: string;
  /** Why it cannot be pressed, for assistive technology; the words stand beside it. */
  describedBy?: string | undefined;
  isBlocked: boolean;
  isPending: boolean;
  zones: Zones;
  now: Date;
  schedule: ChosenTime;
  onlyIfNoReply: boolean;
  onSend: () => void;
  onSchedule: (chosen: ChosenTime, onlyIfNoReply: boolean) => void;
  /** Chooses the time and sends for it. */
  onScheduleAndSend: (chosen: ChosenTime, onlyIfNoReply: boolean) => void;
};

/** Send, saying what it will do, and beside it the times to choose from. */
export function SendControl({ label, describedBy, isBlocked, isPending, onSend, ...schedule }: SendControlProps) {
  return (
    <div className="flex">
      <BaseButton
        type="button"
        disabled={isBlocked || isPending}
        focusableWhenDisabled
        aria-busy={isPending || undefined}
        aria-describedby={describedBy}
        aria-keyshortcuts="Meta+Enter Control+Enter"
        onClick={onSend}
        className={cn(buttonClass({ variant: "primary", size: "lg" }), "rounded-r-none tabular-nums")}
      >
        {isPending ? <Spinner /> : null}
        {label}
      </BaseButton>
      <ScheduleMenu {...schedule} isPending={isPending} />
    </div>
  );
}

type ScheduleMenuProps = Pick<
  SendControlProps,
  "isPending" | "zones" | "now" | "schedule" | "onlyIfNoReply" | "onSchedule" | "onScheduleAndSend"
>;

function ScheduleMenu({ isPending, zones, now, schedule, onlyIfNoReply, ...on }: ScheduleMenuProps) {
  const t = useTranslations("composer.schedule");
  const [isOpen, setOpen] = useState(false);
  const closing =
    (act: SendControlProps["onSchedule"]): SendControlProps["onSchedule"] =>
    (chosen, condition) => {
      act(chosen, condition);
      setOpen(false);
    };
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => setOpen(open)}>
      <Popover.Trigger
        type="button"
        disabled={isPending}
        aria-label={t("open")}
        data-schedule-trigger
        onPointerEnter={prefetchSchedulePicker}
        onFocus={prefetchSchedulePicker}
        className={cn(
          buttonClass({ variant: "primary", size: "lg" }),
          "rounded-l-none border-l border-text-on-accent/30 px-1.5",
        )}
      >
        <ChevronDown aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} collisionPadding={8} className="z-dialog">
          <Popover.Popup
            aria-label={t("title")}
            className="max-h-(--available-height) w-[34rem] max-w-[calc(100vw-1rem)] origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised shadow-3 transition-[opacity,scale] duration-2 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <SchedulePicker
              zones={zones}
              now={now}
              chosen={schedule}
              onlyIfNoReply={onlyIfNoReply}
              confirmLabel={t("confirm")}
              onChoose={closing(on.onSchedule)}
              onConfirm={closing(on.onScheduleAndSend)}
              onCancel={() => setOpen(false)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
