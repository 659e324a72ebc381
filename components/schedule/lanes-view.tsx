"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import { useWidth } from "@/components/ui/use-width";
import { roleMay } from "@/lib/domain/permissions";
import { teamLoadQuery } from "@/lib/queries/schedule";
import { AxisHead } from "./axis-head";
import { spanOfDays } from "./days-of-view";
import { dateOfItem, itemKey } from "./item-state";
import { instantAt, type LaneAxis, laneAxis, leastWidth, placeOnAxis } from "./lane-axis";
import { HEAD_PX } from "./lane-head";
import { LaneRow } from "./lane-row";
import { useScheduleScreen } from "./schedule-context";
import { useDropPlace } from "./use-drop-place";
import { useItemKeys } from "./use-item-keys";

/** More lines than a lane of a week needs to tell its story; a day has room for nearly all. */
const MOST_LINES = { day: 60, week: 7 };
/** Below this the days of a week could not be told apart: the lanes scroll sideways instead. */
const LEAST_DAY_PX = 104;

/** A day or a week in lanes. */
export function LanesView() {
  const t = useTranslations("schedule");
  const { address, schedule, lanes, carrying, shown } = useScheduleScreen();
  const { viewer } = useViewer();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const { days, today, view, showView } = address;
  const axis = useMemo(() => {
    const times = schedule.items.filter(({ isAllDay }) => !isAllDay).map(({ at }) => at);
    const busy = new Set([today, ...schedule.items.map((item) => dateOfItem(item, viewer.timeZone))]);
    const least = days.length === 1 ? 0 : leastWidth(days, busy, LEAST_DAY_PX);
    return laneAxis(days, Math.max(width - HEAD_PX, least), { times, busy }, viewer.timeZone);
  }, [days, today, schedule.items, width, viewer.timeZone]);
  useDayInSight(root, axis, today, width);
  const team = useTeamLoad();
  const keys = useItemKeys(root);
  useDropPlace(root, ({ clientX, clientY }) => {
    const lane = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-lane]");
    const track = lane ?? root.current?.querySelector<HTMLElement>("[data-lane]");
    if (!lane || !track) return carrying.hover(null, null);
    return carrying.hover(lane.dataset.lane ?? null, instantAt(axis, clientX - track.getBoundingClientRect().left));
  });
  const showMore = useStable((date: string) => showView("day", date));
  const shownKey = shown ? itemKey(shown.item) : null;
  return (
    // The keys and presses of all items are heard here; each is a button of its own.
    <section
      ref={root}
      aria-label={t("lanes")}
      data-pane="list"
      className="relative min-h-0 flex-1 overflow-auto"
      {...keys}
    >
      <div style={{ width: axis.width + HEAD_PX }} className="relative">
        <AxisHead axis={axis} />
        {/* Below the items, whose words it would cross. */}
        <NowLine left={placeOnAxis(axis, useViewer().now)} />
        {lanes.map((lane) => (
          <LaneRow
            key={lane.key}
            lane={lane}
            axis={axis}
            most={view === "day" ? MOST_LINES.day : MOST_LINES.week}
            capacity={schedule.capacity}
            load={team?.people.find(({ person }) => person.id === lane.person?.id)}
            shownKey={lane.items.some((item) => itemKey(item) === shownKey) ? shownKey : null}
            onMore={showMore}
          />
        ))}
      </div>
    </section>
  );
}

/** Days that are newly shown, or shown in less room, stand so that today is in sight. */
function useDayInSight(root: RefObject<HTMLElement | null>, axis: LaneAxis, today: string, width: number): void {
  const show = useStable(() => {
    const day = axis.days.find(({ date }) => date === today);
    if (day) root.current?.scrollTo({ left: Math.max(0, day.left + day.width + HEAD_PX - width) });
  });
  const first = axis.days[0]?.date;
  useEffect(() => {
    if (width > 0) show();
  }, [show, first, axis.width, width]);
}

/** Everybody's load beside their lanes, for who may see it. */
function useTeamLoad() {
  const { address } = useScheduleScreen();
  const { viewer } = useViewer();
  const isShown = address.lanes === "people" && roleMay(viewer.role, "schedule.team");
  const span = spanOfDays(address.days, viewer.timeZone);
  const { data } = useQuery({ ...teamLoadQuery(span), enabled: isShown });
  return isShown ? data : undefined;
}

/** The present, from the hours down through all lanes. */
function NowLine({ left }: { left: number | null }) {
  const { words, now } = useViewer();
  if (left === null) return null;
  return (
    <div
      aria-hidden
      style={{ left: left + HEAD_PX }}
      className="pointer-events-none absolute top-8 bottom-0 border-l border-now"
    >
      <span className="absolute top-0 left-0 -translate-x-1/2 rounded-1 bg-now px-1 text-10 font-medium text-surface tabular-nums">
        {words.clock(now.toISOString())}
      </span>
    </div>
  );
}
