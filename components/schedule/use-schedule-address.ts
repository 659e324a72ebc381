import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { type LaneKind, scheduleParsers, type ScheduleView, shownDate } from "@/lib/url/schedule-address";
import { daysOfView, stepped } from "./days-of-view";

/** The calendar as the address says it. What is chosen makes a step of history; following something that is carried does not. */
export function useScheduleAddress() {
  const { viewer, now } = useViewer();
  const [address, setAddress] = useQueryStates(scheduleParsers);
  const today = wallTimeOf(now, viewer.timeZone).date;
  const date = shownDate(address.date, today);
  const { view } = address;
  const days = useMemo(() => daysOfView(view, date), [view, date]);
  const step = { history: "push" } as const;
  return {
    ...address,
    today,
    date,
    days,
    showView: useStable(
      (next: ScheduleView, on?: string) => void setAddress({ view: next, ...(on ? { date: on } : {}) }, step),
    ),
    showLanes: (lanes: LaneKind) => void setAddress({ lanes }, step),
    showToday: useStable(() => void setAddress({ date: null }, step)),
    stepBy: useStable((by: 1 | -1) => void setAddress({ date: stepped(view, date, by) }, step)),
    showDay: useStable((day: string) => void setAddress({ date: day }, step)),
    /** Makes the day of an instant one of those that are shown. */
    follow: useStable((at: Date) => {
      const day = wallTimeOf(at, viewer.timeZone).date;
      if (!days.includes(day)) void setAddress({ date: day });
    }),
    openThread: useStable((open: number | null) => void setAddress({ open }, step)),
  };
}
