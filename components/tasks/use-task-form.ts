import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { addTask, editTask } from "@/lib/actions/tasks";
import type { TaskView } from "@/lib/domain/task";
import { ownTasksKey } from "@/lib/queries/tasks";
import { threadKeys } from "@/lib/queries/threads";

type TaskFormModel = {
  threadId: number;
  task: TaskView | null;
  onSaved: (title: string) => void;
  onClose: () => void;
};

/** What is typed about a task, and how it is added or changed; a change can be taken back. */
export function useTaskForm({ threadId, task, onSaved, onClose }: TaskFormModel) {
  const t = useTranslations("tasks");
  const { viewer } = useViewer();
  const queries = useQueryClient();
  const [title, setTitle] = useState(task?.title ?? "");
  const [day, setDay] = useState(task?.dueOn ?? "");
  const [assigneeId, setAssignee] = useState(task?.assignee.id ?? viewer.id);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const readAgain = async () => {
    void queries.invalidateQueries({ queryKey: ownTasksKey });
    await queries.invalidateQueries({ queryKey: threadKeys.threads });
  };
  const change = async (input: Parameters<typeof editTask>[0]) => {
    const answer = await editTask(input).catch(() => null);
    await readAgain();
    return answer;
  };
  const save = async () => {
    const values = { title, dueOn: day || null, assigneeId };
    if (!task) return addTask({ threadId, ...values }).catch(() => null);
    const answer = await change({ taskId: task.id, ...values });
    const before = answer?.ok ? answer.data.before : null;
    const undo = async () => {
      if (before && !(await change({ taskId: task.id, ...before }))?.ok) toast(t("failed"), { tone: "bad" });
    };
    if (before) toast(t("said.changed", { title }), { action: { label: t("undo"), onPress: () => void undo() } });
    return answer;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim() || isPending) return;
    setPending(true);
    const answer = await save();
    setPending(false);
    const isOutOfSight = answer?.ok === false && answer.error.reason === "assignee_out_of_sight";
    setProblem(answer?.ok ? null : t(isOutOfSight ? "outOfSight" : "failed"));
    if (!answer?.ok) return;
    onSaved(title);
    onClose();
    await readAgain();
  };
  return {
    title,
    setTitle,
    day,
    setDay,
    assigneeId,
    setAssignee,
    isPending,
    problem,
    submit: (event: FormEvent) => void submit(event),
  };
}
