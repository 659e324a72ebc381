import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import type { ActionResult } from "@/lib/actions/action";
import { handOver, takeBackHandOver } from "@/lib/actions/schedule";
import { editTask } from "@/lib/actions/tasks";
import type { HandOverOutcome, ScheduleItem } from "@/lib/domain/schedule-item";
import type { PersonView } from "@/lib/domain/person-view";
import { scheduleKeys } from "@/lib/queries/schedule";
import type { HandOverInput } from "@/lib/services/schedule/schemas";
import type { Carried } from "./carry-store";
import { isMovable, titleOf } from "./item-state";
import { useMoves } from "./use-moves";

/** Gives a thread, with what is planned in it, to somebody else; Undo takes back what that changed. */
export function useHandOver() {
  const t = useTranslations("schedule");
  const queries = useQueryClient();
  const { refusal } = useMoves();
  const settle = () => queries.invalidateQueries({ queryKey: scheduleKeys.all });
  const ask = async <Data>(asked: Promise<ActionResult<Data>>) => {
    const answer = await asked.catch(() => null);
    const reason = answer && !answer.ok ? (answer.error.reason ?? answer.error.code) : "unreachable";
    if (!answer?.ok) toast(refusal(reason), { tone: "bad" });
    await settle();
    return answer?.ok ? answer.data : null;
  };
  const takeBack = async (done: HandOverOutcome) => {
    const back = await ask(takeBackHandOver(done));
    if (!back) return;
    const isDone = back.threadIds.length === done.threads.length && back.reminderIds.length === done.reminders.length;
    toast(t(isDone ? "undone" : "notUndone"), { tone: isDone ? "plain" : "bad" });
  };
  const tell = (names: { name: string; person: string }, of: string, undo: (() => void) | null) =>
    void toast(t("handedOver", names), {
      tone: "good",
      ...(undo ? { action: { label: t("undo"), onPress: undo, of } } : {}),
    });
  const giveTask = async (task: ScheduleItem, to: PersonView | null) => {
    if (!to) return;
    const giveTo = (assigneeId: string) => ask(editTask({ taskId: task.id, assigneeId }));
    const end = offerAhead();
    const done = await giveTo(to.id);
    if (!done) return end(null);
    const undo = done.mayUndo ? () => void giveTo(done.before.assigneeId) : null;
    end(undo, (of) => tell({ name: titleOf(task), person: to.name }, of, undo));
  };
  return async ({ item, thread }: Carried, to: PersonView | null): Promise<void> => {
    const threadId = item ? item.threadId : thread.threadId;
    const what: HandOverInput["items"] =
      item && isMovable(item) && item.kind !== "task"
        ? [{ kind: item.kind, id: item.id }]
        : [{ kind: "thread", id: threadId }];
    if (item?.kind === "task") return giveTask(item, to);
    const end = offerAhead();
    const done = await ask(handOver({ items: what, memberId: to?.id ?? null }));
    if (!done) return end(null);
    const isChange = done.threads.length > 0 || done.reminders.length > 0;
    const undo = isChange ? () => void takeBack(done) : null;
    end(undo, (of) => tell({ name: (item ?? thread).name, person: to?.name ?? t("nobody") }, of, undo));
  };
}
