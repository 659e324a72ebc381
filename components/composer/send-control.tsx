"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { ChosenTime } from "./composer-state";
import type { SchedulePickerProps, Zones } from "./schedule-picker-props";
import { SchedulePopover } from "./schedule-popover";

type SendControlProps = {
  label: string;
  /** Why it cannot be pressed, for assistive technology; the words stand beside it. */
  describedBy?: string | undefined;
  isBlocked: boolean;
  isPending: boolean;
  zones: Zones;
  now: Date;
  about: Exclude<SchedulePickerProps["about"], undefined>;
  schedule: ChosenTime;
  /** Null where it cannot be asked for: a forward answers nobody. */
  onlyIfNoReply: boolean | null;
  onSend: () => void;
  onSchedule: (chosen: ChosenTime, onlyIfNoReply: boolean) => void;
  /** Chooses the time and sends for it. */
  onScheduleAndSend: (chosen: ChosenTime, onlyIfNoReply: boolean) => void;
};

/** Send, saying what it will do, and beside it the times to choose from. */
export function SendControl({ label, describedBy, isBlocked, isPending, onSend, ...schedule }: SendControlProps) {
  const { aria } = useCommandKeys("reply.send");
  return (
    <div className="flex">
      <BaseButton
        type="button"
        disabled={isBlocked || isPending}
        focusableWhenDisabled
        aria-busy={isPending || undefined}
        aria-describedby={describedBy}
        aria-keyshortcuts={aria}
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
  "isPending" | "zones" | "now" | "about" | "schedule" | "onlyIfNoReply" | "onSchedule" | "onScheduleAndSend"
>;

function ScheduleMenu({ isPending, schedule, onSchedule, onScheduleAndSend, ...picker }: ScheduleMenuProps) {
  const t = useTranslations("composer.schedule");
  const { aria } = useCommandKeys("reply.schedule");
  return (
    <SchedulePopover
      {...picker}
      disabled={isPending}
      chosen={schedule}
      confirmLabel={t("confirm")}
      onChoose={onSchedule}
      onConfirm={onScheduleAndSend}
      trigger={
        <button
          type="button"
          aria-label={t("open")}
          aria-keyshortcuts={aria}
          data-schedule-trigger
          className={cn(
            buttonClass({ variant: "primary", size: "lg" }),
            "rounded-l-none border-l border-text-on-accent/30 px-1.5 touch:min-w-control-touch",
          )}
        >
          <ChevronDown aria-hidden />
        </button>
      }
    />
  );
}
