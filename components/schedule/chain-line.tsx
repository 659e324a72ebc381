import { useTranslations } from "next-intl";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { ItemMark } from "./item-mark";
import { itemKey, itemStateOf } from "./item-state";
import { useScheduleScreen } from "./schedule-context";
import { useItemWords } from "./use-item-words";
import { useTimeWords } from "./use-time-words";

/** The steps that were planned in one go, as far as they are in view: each with its mark and its day. */
export function ChainLine({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const { schedule } = useScheduleScreen();
  const { step } = useItemWords();
  const { both } = useTimeWords();
  const id = item.reply?.chain?.id;
  const steps = schedule.items.filter(({ reply }) => reply?.chain?.id === id);
  const hasMore = (item.reply?.chain?.steps ?? 0) > steps.length;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12">
      <span className="text-text-3">{step(item)}</span>
      {steps.map((each) => (
        <span key={itemKey(each)} className="flex items-center gap-1">
          <ItemMark state={itemStateOf(each)} />
          <span className={each.id === item.id ? "font-medium" : ""}>{both(new Date(each.at), null).first.short}</span>
        </span>
      ))}
      {hasMore ? <span className="text-text-3">{t("moreSteps")}</span> : null}
    </p>
  );
}
