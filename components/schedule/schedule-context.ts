import { createContext, use } from "react";
import type { Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import type { Lane } from "./lanes-of";
import type { Carrying } from "./use-carrying";
import type { useScheduleAddress } from "./use-schedule-address";

/** What the parts of the calendar share. */
type ScheduleScreenModel = {
  address: ReturnType<typeof useScheduleAddress>;
  schedule: Schedule;
  lanes: Lane[];
  carrying: Carrying;
  /** The item whose words are open, and what they hang on. */
  shown: { item: ScheduleItem; anchor: Element } | null;
  show: (shown: { item: ScheduleItem; anchor: Element } | null) => void;
};

export const ScheduleContext = createContext<ScheduleScreenModel | null>(null);

export function useScheduleScreen(): ScheduleScreenModel {
  const model = use(ScheduleContext);
  if (!model) throw new Error("useScheduleScreen stands outside its provider");
  return model;
}
