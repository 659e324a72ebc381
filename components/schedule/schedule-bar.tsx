import { AtSign, ChevronLeft, ChevronRight, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { LANE_KINDS, SCHEDULE_VIEWS } from "@/lib/url/schedule-address";
import { weekOf } from "./days-of-view";
import type { useScheduleAddress } from "./use-schedule-address";
import { useTimeWords } from "./use-time-words";

type ScheduleBarProps = { address: ReturnType<typeof useScheduleAddress> };

/** What is shown and how to get to another time, another view, other lanes. */
export function ScheduleBar({ address }: ScheduleBarProps) {
  const t = useTranslations("schedule");
  const { view, lanes, showView, showLanes } = address;
  return (
    <div className="flex min-h-bar shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5">
      <Period address={address} />
      <span className="flex-1" />
      <Choice label={t("view")} className="max-md:hidden">
        {SCHEDULE_VIEWS.map((each) => (
          <Chosen key={each} isOn={each === view} onChoose={() => showView(each)}>
            {t(`views.${each}`)}
          </Chosen>
        ))}
      </Choice>
      {view === "day" || view === "week" ? (
        <Choice label={t("lanesBy")} className="max-md:hidden">
          {LANE_KINDS.map((each) => (
            <Chosen key={each} isOn={each === lanes} onChoose={() => showLanes(each)}>
              {each === "mailboxes" ? <AtSign aria-hidden /> : <UserRound aria-hidden />}
              {t(`laneKinds.${each}`)}
            </Chosen>
          ))}
        </Choice>
      ) : null}
    </div>
  );
}

function Period({ address }: ScheduleBarProps) {
  const t = useTranslations("schedule");
  const words = useTimeWords();
  const { view, date, days, stepBy, showToday } = address;
  const keys = {
    previous: useCommandKeys("schedule.previous"),
    next: useCommandKeys("schedule.next"),
    today: useCommandKeys("schedule.today"),
  };
  const title = {
    day: () => words.longDay(date),
    week: () => words.range(days[0]!, days.at(-1)!),
    month: () => words.month(date),
    agenda: () => t("from", { day: words.longDay(date) }),
  }[view]();
  return (
    <>
      <h1 className="min-w-0 text-15 font-strong tracking-tight first-letter:uppercase">
        {title}{" "}
        {view === "week" ? (
          <span className="text-12 font-regular text-text-3">{t("week", { week: weekOf(date) })}</span>
        ) : null}
      </h1>
      <div className="flex items-center gap-1">
        <IconButton
          label={t("previous")}
          shortcut={keys.previous.caps.join(" ")}
          aria-keyshortcuts={keys.previous.aria}
          onClick={() => stepBy(-1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <Button size="sm" aria-keyshortcuts={keys.today.aria} onClick={showToday}>
          {t("today")} <CommandKeys id="schedule.today" />
        </Button>
        <IconButton
          label={t("next")}
          shortcut={keys.next.caps.join(" ")}
          aria-keyshortcuts={keys.next.aria}
          onClick={() => stepBy(1)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
    </>
  );
}

function Choice({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={cn("flex rounded-2 bg-sunken p-0.5", className)}>
      {children}
    </fieldset>
  );
}

function Chosen({ isOn, onChoose, children }: { isOn: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onChoose}
      className={cn(
        "inline-flex h-6 items-center gap-1 rounded-[4px] px-2.5 text-12 font-medium touch:h-control-touch [&>svg]:size-3.5 [&>svg]:stroke-[1.75]",
        isOn ? "bg-raised shadow-1" : "text-text-2 hover:text-text",
      )}
    >
      {children}
    </button>
  );
}
