import {
  CalendarDays,
  CalendarPlus,
  CalendarRange,
  ChevronLeft,
  ChevronRight,
  Columns3,
  List,
  Move,
  Rows3,
  Sun,
} from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { Schedule } from "@/lib/domain/schedule-item";
import { unplannedQuery } from "@/lib/queries/schedule";
import { SCHEDULE_VIEWS } from "@/lib/url/schedule-address";
import { itemKey } from "./item-state";
import type { Carrying } from "./use-carrying";
import type { useScheduleAddress } from "./use-schedule-address";

type CommandsOf = {
  address: ReturnType<typeof useScheduleAddress>;
  schedule: Schedule | undefined;
  carrying: Carrying;
};

const ICONS = { day: Sun, week: Columns3, month: CalendarDays, agenda: List } as const;

/** The keys of the calendar, which leave an open thread beside it to its own. */
export function useScheduleCommands({ address, schedule, carrying }: CommandsOf): void {
  const t = useTranslations("schedule");
  const queries = useQueryClient();
  const isHere = () => !focusedElement()?.closest("[data-pane='thread'], [data-pane='composer'], [data-pane='lead']");
  const focused = () => {
    const key = focusedElement()?.closest<HTMLElement>("[data-item]")?.dataset.item;
    return [...(schedule?.items ?? []), ...(schedule?.trouble ?? [])].find((item) => itemKey(item) === key);
  };
  const unplanned = () => {
    const id = Number(focusedElement()?.closest<HTMLElement>("[data-unplanned]")?.dataset.unplanned);
    const pages = queries.getQueryData(unplannedQuery().queryKey)?.pages;
    return pages?.flatMap(({ threads }) => threads).find(({ threadId }) => threadId === id);
  };
  const pickUp = () => {
    const item = focused();
    const thread = unplanned();
    if (item) carrying.pickUp({ item, thread: null }, "keys");
    else if (thread) carrying.pickUp({ item: null, thread }, "keys");
  };
  useCommands([
    ...SCHEDULE_VIEWS.map((view) => ({
      id: `schedule.${view}` as const,
      group: "view" as const,
      label: t("show", { view: t(`views.${view}`) }),
      icon: ICONS[view],
      isEnabled: isHere,
      run: () => address.showView(view),
    })),
    {
      id: "schedule.today",
      group: "view",
      label: t("today"),
      icon: CalendarRange,
      isEnabled: isHere,
      run: address.showToday,
    },
    {
      id: "schedule.previous",
      group: "view",
      label: t("previous"),
      icon: ChevronLeft,
      isEnabled: isHere,
      run: () => address.stepBy(-1),
    },
    {
      id: "schedule.next",
      group: "view",
      label: t("next"),
      icon: ChevronRight,
      isEnabled: isHere,
      run: () => address.stepBy(1),
    },
    {
      id: "schedule.lanes",
      group: "view",
      label: t("otherLanes"),
      icon: Rows3,
      isEnabled: isHere,
      run: () => address.showLanes(address.lanes === "mailboxes" ? "people" : "mailboxes"),
    },
    {
      id: "schedule.move",
      group: "list",
      label: t("moveByKeys"),
      icon: Move,
      isEnabled: () => isHere() && Boolean(focused() ?? unplanned()),
      run: pickUp,
    },
    {
      id: "schedule.plan",
      group: "list",
      label: t("planByKeys"),
      icon: CalendarPlus,
      isEnabled: () => isHere() && Boolean(unplanned()),
      run: pickUp,
    },
    {
      id: "thread.close",
      group: "thread",
      label: t("closeThread"),
      icon: ChevronLeft,
      isEnabled: () => address.open !== null,
      run: () => address.openThread(null),
    },
    {
      id: "thread.toList",
      group: "thread",
      label: t("toCalendar"),
      when: ["thread", "lead"],
      inPalette: false,
      run: () => document.querySelector<HTMLElement>("[data-item][tabindex='0'], [data-pane='list'] button")?.focus(),
    },
  ]);
}
