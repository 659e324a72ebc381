import { useTranslations } from "next-intl";
import type { Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import { itemStateOf } from "./item-state";
import { useTimeWords } from "./use-time-words";

/** Why a reply or a task needs somebody, in the words that its thread has for it. */
export function useTroubleWords(schedule: Schedule): (item: ScheduleItem) => string {
  const t = useTranslations("schedule.trouble");
  const states = useTranslations("composer.reply");
  const times = useTimeWords();
  return (item) => {
    const mailbox = schedule.mailboxes.find(({ id }) => id === item.mailboxId)?.address ?? "";
    const because = (group: "failed" | "held", reason: string | null | undefined) => {
      const key = `${group}.${reason ?? "other"}` as Parameters<typeof states.has>[0];
      return states(states.has(key) ? key : `${group}.other`, { mailbox });
    };
    switch (itemStateOf(item)) {
      case "failed":
        return because("failed", item.reply?.reason);
      case "held":
        return item.reply?.heldReason === "late"
          ? t("late", { time: times.spoken(new Date(item.at), null) })
          : because("held", item.reply?.heldReason);
      case "task":
        return t("late_task", { day: times.shortDay(item.at.slice(0, 10)), name: item.name });
      case "unknown":
        return states("unknown.title");
      default:
        return t("overdue", { time: times.spoken(new Date(item.at), null) });
    }
  };
}
