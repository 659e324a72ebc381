"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { requestPlan } from "@/components/composer/reply-requests";
import { useStable } from "@/components/inbox/use-stable";
import { OfflineLine } from "@/components/inbox/offline-line";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useMedia } from "@/components/ui/use-media";
import { languageOf } from "@/lib/domain/locale";
import type { Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import { QueryFailure } from "@/lib/queries/fetch-json";
import { scheduleQuery } from "@/lib/queries/schedule";
import { AgendaView } from "./agenda-view";
import { BesideThread } from "./beside-thread";
import { spanOfDays } from "./days-of-view";
import { ItemPopover } from "./item-popover";
import { LanesView } from "./lanes-view";
import { lanesOf } from "./lanes-of";
import { Legend } from "./legend";
import { MonthView } from "./month-view";
import { NeedsYou } from "./needs-you";
import { OutsideDialog } from "./outside-dialog";
import { ScheduleBar } from "./schedule-bar";
import { ScheduleContext } from "./schedule-context";
import { FailedSchedule, ScheduleSkeleton } from "./schedule-states";
import { SideList } from "./side-list";
import { useCarrying } from "./use-carrying";
import { useScheduleAddress } from "./use-schedule-address";
import { useScheduleCommands } from "./use-schedule-commands";

const EMPTY: Schedule = {
  items: [],
  trouble: [],
  capacity: [],
  mailboxes: [],
  people: [],
  holidays: [],
  isWhole: true,
};

/** The calendar: all that is planned, in lanes, as a month or as a list; beside it who has no next step, or the open thread. */
export function ScheduleScreen() {
  const address = useScheduleAddress();
  const isPhone = useMedia("(max-width: 47.99rem)", false);
  const { query, model } = useScheduleModel(address);
  const { carrying, schedule } = model;
  const t = useTranslations("schedule");
  const view = isPhone ? "agenda" : address.view;
  return (
    <ScheduleContext value={model}>
      <div className="flex min-h-0 flex-1">
        <div className={cn("flex min-w-0 flex-1 flex-col", address.open !== null && "max-lg:hidden")}>
          <ScheduleBar address={address} />
          <OfflineLine />
          {query.data ? <NeedsYou isPhone={isPhone} /> : null}
          {schedule.isWhole ? null : (
            <p className="shrink-0 border-b border-line px-3 py-1.5 text-12 text-warn">{t("notWhole")}</p>
          )}
          <Body query={query}>
            {view === "month" ? <MonthView /> : view === "agenda" ? <AgendaView isPhone={isPhone} /> : <LanesView />}
          </Body>
          {view === "agenda" ? null : <Legend />}
        </div>
        {address.open !== null ? <BesideThread key={address.open} threadId={address.open} /> : <SideList />}
      </div>
      <ItemPopover />
      <OutsideDialog />
      <output aria-live="polite" className="sr-only">
        {carrying.said}
      </output>
    </ScheduleContext>
  );
}

type ScheduleQuery = ReturnType<typeof useScheduleModel>["query"];

function Body({ query, children }: { query: ScheduleQuery; children: ReactNode }) {
  // Lanes are as wide as the window, which only the browser knows.
  const isHydrated = useHydrated();
  if (query.data && isHydrated) return children;
  if (!query.error) return <ScheduleSkeleton />;
  const code = query.error instanceof QueryFailure ? query.error.code : "unavailable";
  return <FailedSchedule code={code} onAgain={() => void query.refetch()} />;
}

function useScheduleModel(address: ReturnType<typeof useScheduleAddress>) {
  const { viewer } = useViewer();
  const locale = languageOf(useLocale());
  const query = useQuery(scheduleQuery({ ...spanOfDays(address.days, viewer.timeZone), locale }));
  const schedule = query.data ?? EMPTY;
  const [shown, show] = useState<{ item: ScheduleItem; anchor: Element } | null>(null);
  const lanes = useMemo(
    () => lanesOf(schedule, address.lanes, { id: viewer.id, name: viewer.name }),
    [schedule, address.lanes, viewer.id, viewer.name],
  );
  const plan = useStable((thread: { threadId: number }, at: Date, zone: string) => {
    requestPlan({ threadId: thread.threadId, chosen: { time: at.toISOString(), zone } });
    address.openThread(thread.threadId);
  });
  const carrying = useCarrying({
    schedule: query.data,
    by: address.lanes,
    lanes,
    onPlan: plan,
    onShow: address.follow,
  });
  useScheduleCommands({ address, schedule: query.data, carrying });
  return { query, model: { address, schedule, lanes, carrying, shown, show } };
}
