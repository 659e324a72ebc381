import { useTranslations } from "next-intl";
import { randomId } from "@/components/ui/random-id";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { cancel } from "@/lib/actions/replies";
import { duplicate } from "@/lib/actions/schedule";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { addDays, instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import { zoneOfItem } from "./item-state";
import { useTimeWords } from "./use-time-words";

/** Plans the same words once more, a day later (a day from now for what is past), with Undo. */
export function useDuplicate(): (item: ScheduleItem) => void {
  const t = useTranslations("schedule");
  const { viewer, now } = useViewer();
  const times = useTimeWords();
  const { run } = useReplyAction();
  return (item) => {
    const zone = zoneOfItem(item, viewer.timeZone);
    const { date, time } = wallTimeOf(new Date(item.at), zone);
    const today = wallTimeOf(now, zone).date;
    const at = instantOf({ date: addDays(date > today ? date : today, 1), time }, zone)?.instant;
    if (!at) return;
    run(
      () => duplicate({ replyId: item.id, draftId: randomId(), at: at.toISOString(), zone }),
      ({ replyId }) =>
        toast(t("duplicated", { name: item.name, time: times.spoken(at, item.clock) }), {
          tone: "good",
          action: { label: t("undo"), onPress: () => run(() => cancel({ replyId, dropsText: true })) },
        }),
    );
  };
}
