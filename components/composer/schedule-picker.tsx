"use client";

import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import type { SchedulePickerProps } from "./schedule-picker-props";

/** When a reply leaves: natural words, presets, a month, and the day on both clocks. Its parts are loaded when somebody wants them. */
export const SchedulePicker = late<SchedulePickerProps>(
  () => import("./schedule-panel").then((file) => file.SchedulePanel),
  <PickerSkeleton />,
);

/** Begins to load the picker, for whoever is about to open it. */
export const prefetchSchedulePicker = SchedulePicker.load;

function PickerSkeleton() {
  return (
    <div className="flex h-[26rem] flex-col gap-3 p-3">
      <Skeleton className="h-control-lg" />
      <Skeleton className="h-3 w-40" />
      <Skeleton className="h-3 w-48" />
      <Skeleton className="h-3 w-36" />
    </div>
  );
}
