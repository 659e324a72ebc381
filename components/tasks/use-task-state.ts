import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import { setTaskState } from "@/lib/actions/tasks";
import type { TaskState, TaskView } from "@/lib/domain/task";
import { ownTasksKey } from "@/lib/queries/tasks";
import { threadKeys } from "@/lib/queries/threads";

/** Ticks a task, opens it again or takes it away, with Undo. It is shown at once, and as the server has it afterwards. */
export function useTaskState() {
  const t = useTranslations("tasks");
  const queries = useQueryClient();
  const show = (taskId: string, state: TaskState) => {
    const change = <Task extends TaskView>(known: Task[] | undefined) =>
      known?.flatMap((task) =>
        task.id !== taskId ? [task] : state === "removed" ? [] : [{ ...task, isDone: state === "done" }],
      );
    queries.setQueriesData<TaskView[]>({ predicate: ({ queryKey }) => isTasks(queryKey) }, change);
  };
  const set = async (taskId: string, state: TaskState): Promise<TaskState | null> => {
    show(taskId, state);
    const answer = await setTaskState({ taskId, state }).catch(() => null);
    void queries.invalidateQueries({ queryKey: ownTasksKey });
    void queries.invalidateQueries({ queryKey: threadKeys.threads });
    if (answer?.ok) return answer.data.before;
    toast(t("failed"), { tone: "bad" });
    return null;
  };
  return async (task: Pick<TaskView, "id" | "title">, state: TaskState): Promise<void> => {
    const end = offerAhead();
    const before = await set(task.id, state);
    if (before === null || before === state) return end(null);
    const undo = () => void set(task.id, before);
    end(undo, (of) => {
      toast(t(`said.${state}`, { title: task.title }), { action: { label: t("undo"), onPress: undo, of } });
    });
  };
}

const isTasks = (key: readonly unknown[]): boolean => key.at(-1) === "tasks" || key[0] === ownTasksKey[0];
