import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { closeForm } from "@/components/notes/asked-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isComposing } from "@/components/ui/is-composing";
import { late } from "@/components/ui/late";
import { Select } from "@/components/ui/select";
import { addTask } from "@/lib/actions/tasks";
import { LONGEST_TASK } from "@/lib/domain/task";
import { colleaguesQuery } from "@/lib/queries/notes";
import { ownTasksKey } from "@/lib/queries/tasks";
import { threadKeys } from "@/lib/queries/threads";

/** What reads words is large, and few forms are opened. */
const DayField = late(async () => (await import("./day-field")).DayField);

type TaskFormProps = { threadId: number; asked: number; onAdded: (title: string) => void };

/** Something to do about the thread: what, until when, and by whom. What was typed stays when the server refuses it. */
export function TaskForm({ threadId, asked, onAdded }: TaskFormProps) {
  const t = useTranslations("tasks");
  const { viewer } = useViewer();
  const { data } = useQuery(colleaguesQuery(threadId));
  const { title, setTitle, day, setDay, assigneeId, setAssignee, isPending, problem, submit } = useTaskForm(
    threadId,
    onAdded,
  );
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    closeForm("task");
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape holds for the whole form
    <form aria-label={t("add")} className="mt-1 flex flex-col gap-1.5" onSubmit={submit} onKeyDown={onKeyDown}>
      <label className="flex flex-col gap-0.5 text-11 text-text-2">
        {t("title")}
        <Input
          ref={first}
          value={title}
          maxLength={LONGEST_TASK}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
          className="text-12 max-md:text-16"
        />
      </label>
      <DayField day={day} onChange={setDay} />
      <label className="flex flex-col gap-0.5 text-11 text-text-2">
        {t("who")}
        <Select value={assigneeId} onChange={(event) => setAssignee(event.target.value)}>
          <option value={viewer.id}>{t("me")}</option>
          {data?.people
            .filter(({ id }) => id !== viewer.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </label>
      {problem ? (
        <div role="alert">
          <FieldError>{problem}</FieldError>
        </div>
      ) : null}
      <div className="flex justify-end gap-1.5">
        <Button size="sm" onClick={() => closeForm("task")}>
          {t("cancel")}
        </Button>
        <Button size="sm" type="submit" pending={isPending} disabled={!title.trim()}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

function useTaskForm(threadId: number, onAdded: (title: string) => void) {
  const t = useTranslations("tasks");
  const { viewer } = useViewer();
  const queries = useQueryClient();
  const [title, setTitle] = useState("");
  const [day, setDay] = useState("");
  const [assigneeId, setAssignee] = useState(viewer.id);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim() || isPending) return;
    setPending(true);
    const answer = await addTask({ threadId, title, dueOn: day || null, assigneeId }).catch(() => null);
    setPending(false);
    const isOutOfSight = answer?.ok === false && answer.error.reason === "assignee_out_of_sight";
    setProblem(answer?.ok ? null : t(isOutOfSight ? "outOfSight" : "failed"));
    if (!answer?.ok) return;
    onAdded(title);
    closeForm("task");
    void queries.invalidateQueries({ queryKey: ownTasksKey });
    await queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) });
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
