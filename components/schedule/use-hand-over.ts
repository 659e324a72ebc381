import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { handOver } from "@/lib/actions/schedule";
import { editTask } from "@/lib/actions/tasks";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import type { PersonView } from "@/lib/domain/person-view";
import { scheduleKeys } from "@/lib/queries/schedule";
import type { HandOverInput } from "@/lib/services/schedule/schemas";
import type { Carried } from "./carry-store";
import { isMovable, titleOf } from "./item-state";
import { useMoves } from "./use-moves";

/** Gives a thread, with what is planned in it, to somebody else; Undo gives it back to whom it was with. */
export function useHandOver() {
  const t = useTranslations("schedule");
  const queries = useQueryClient();
  const { refusal } = useMoves();
  const settle = () => queries.invalidateQueries({ queryKey: scheduleKeys.all });
  const give = async (items: HandOverInput["items"], memberId: string | null) => {
    const answer = await handOver({ items, memberId }).catch(() => null);
    const reason = answer && !answer.ok ? (answer.error.reason ?? answer.error.code) : "unreachable";
    if (!answer?.ok) toast(refusal(reason), { tone: "bad" });
    await settle();
    return answer?.ok ? answer.data : null;
  };
  const giveTask = async (task: ScheduleItem, to: PersonView | null) => {
    if (!to) return;
    const ask = async (assigneeId: string) => {
      const answer = await editTask({ taskId: task.id, assigneeId }).catch(() => null);
      const reason = answer && !answer.ok ? (answer.error.reason ?? answer.error.code) : "unreachable";
      if (!answer?.ok) toast(refusal(reason), { tone: "bad" });
      await settle();
      return answer?.ok ? answer.data : null;
    };
    const done = await ask(to.id);
    if (!done) return;
    toast(t("handedOver", { name: titleOf(task), person: to.name }), {
      tone: "good",
      ...(done.mayUndo ? { action: { label: t("undo"), onPress: () => void ask(done.before.assigneeId) } } : {}),
    });
  };
  return async ({ item, thread }: Carried, to: PersonView | null): Promise<void> => {
    const threadId = item ? item.threadId : thread.threadId;
    const what: HandOverInput["items"] =
      item && isMovable(item) && item.kind !== "task"
        ? [{ kind: item.kind, id: item.id }]
        : [{ kind: "thread", id: threadId }];
    if (item?.kind === "task") return giveTask(item, to);
    const done = await give(what, to?.id ?? null);
    if (!done) return;
    const [before] = [...done.threads, ...done.reminders];
    toast(t("handedOver", { name: (item ?? thread).name, person: to?.name ?? t("nobody") }), {
      tone: "good",
      ...(before ? { action: { label: t("undo"), onPress: () => void give(what, before.before) } } : {}),
    });
  };
}
