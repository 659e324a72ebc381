import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { toast } from "@/components/ui/toast";
import { addTask, editTask } from "@/lib/actions/tasks";
import type { TaskView } from "@/lib/domain/task";
import { ownTasksKey } from "@/lib/queries/tasks";
import { threadKeys } from "@/lib/queries/threads";
import { randomId } from "@/components/ui/random-id";

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
  const [day, setDay] = useState<string | null>(task?.dueOn ?? "");
  const [assigneeId, setAssignee] = useState(task?.assignee.id ?? viewer.id);
  const [pressId] = useState(() => randomId());
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // As it was when the form was opened: a colleague may change it meanwhile.
  const [opened] = useState(task && { title: task.title, dueOn: task.dueOn, assigneeId: task.assignee.id });
  const readAgain = () =>
    Promise.all([ownTasksKey, threadKeys.threads].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const change = (input: Parameters<typeof editTask>[0]) => editTask(input).catch(() => null);
  const save = async () => {
    const values = { title: title.trim(), dueOn: day || null, assigneeId };
    if (!task || !opened) return addTask({ threadId, ...values, pressId }).catch(() => null);
    // What was not touched is not sent, so that it stays what others have made of it.
    const touched = FIELDS.filter((field) => values[field] !== opened[field]);
    if (touched.length === 0) return { ok: true as const };
    const answer = await change({ taskId: task.id, ...only(values, touched) });
    if (!answer?.ok) return answer;
    const { before, mayUndo } = answer.data;
    const undo = async () => {
      if (!(await change({ taskId: task.id, ...only(before, touched) }))?.ok) toast(t("failed"), { tone: "bad" });
      await readAgain();
    };
    const action = { label: t("undo"), onPress: () => void undo() };
    toast(t("said.changed", { title: values.title }), mayUndo ? { action } : {});
    return answer;
  };
  // Words that say no day would be saved as none.
  const isReady = title.trim() !== "" && day !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isPending) return;
    setPending(true);
    const answer = await save();
    setPending(false);
    const isOutOfSight = answer?.ok === false && answer.error.reason === "assignee_out_of_sight";
    setProblem(answer?.ok ? null : t(isOutOfSight ? "outOfSight" : "failed"));
    if (!answer?.ok) return;
    onSaved(title);
    onClose();
    await readAgain();
    // Another day puts the line into another group, where it is drawn anew.
    if (task && isFocusLost()) document.querySelector<HTMLElement>(`[data-task="${task.id}"] [data-edit]`)?.focus();
  };
  return {
    title,
    setTitle,
    day,
    setDay,
    assigneeId,
    setAssignee,
    isReady,
    isPending,
    problem,
    submit: (event: FormEvent) => void submit(event),
  };
}

const FIELDS = ["title", "dueOn", "assigneeId"] as const;
type Fields = { title: string; dueOn: string | null; assigneeId: string };

const only = (fields: Fields, names: (keyof Fields)[]): Partial<Fields> =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Fields>;
