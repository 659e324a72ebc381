import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { type ItemState, itemStateOf, titleOf } from "./item-state";
import { useTimeWords } from "./use-time-words";

export type ItemWords = ReturnType<typeof useItemWords>;

/** What an item says for itself: its time, its name, its state, its place in a chain. */
export function useItemWords() {
  const t = useTranslations("schedule");
  const times = useTimeWords();
  return useMemo(() => {
    const state = (item: ScheduleItem): string => t(`state.${itemStateOf(item)}`);
    const step = ({ reply }: ScheduleItem) =>
      reply?.chain ? t("step", { step: reply.chain.step, steps: reply.chain.steps }) : null;
    return {
      state,
      word: (of: ItemState) => t(`state.${of}`),
      time: ({ at, isAllDay }: ScheduleItem) => (isAllDay ? t("allDay") : times.clock(at)),
      step,
      title: titleOf,
      /** What the mark says, and on the lead's clock when, for who does not see the mark. */
      unseen: (item: ScheduleItem) =>
        [
          "",
          titleOf(item) === item.name ? "" : item.name,
          item.company,
          state(item),
          item.isAllDay ? t("allDay") : times.spoken(new Date(item.at), item.clock),
        ]
          .filter((part, index) => index === 0 || part)
          .join(", "),
    };
  }, [t, times]);
}
