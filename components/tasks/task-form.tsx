import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isComposing } from "@/components/ui/is-composing";
import { late } from "@/components/ui/late";
import { Select } from "@/components/ui/select";
import { LONGEST_TASK, type TaskView } from "@/lib/domain/task";
import { colleaguesQuery } from "@/lib/queries/notes";
import { useTaskForm } from "./use-task-form";

/** What reads words is large, and few forms are opened. */
const DueField = late(async () => (await import("./due-field")).DueField);

type TaskFormProps = {
  threadId: number;
  /** The task that is changed; null for a new one. */
  task: TaskView | null;
  /** Each time that it was asked for, the focus goes into it. */
  asked: number;
  onSaved: (title: string) => void;
  onClose: () => void;
};

/** Something to do about the thread: what, until when, and by whom. What was typed stays when the server refuses it. */
export function TaskForm({ threadId, task, asked, onSaved, onClose }: TaskFormProps) {
  const t = useTranslations("tasks");
  const form = useTaskForm({ threadId, task, onSaved, onClose });
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape holds for the whole form
    <form
      aria-label={task ? t("edit", { title: task.title }) : t("add")}
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={form.submit}
      onKeyDown={onKeyDown}
    >
      <label className="flex flex-col gap-0.5 text-11 text-text-2">
        {t("title")}
        <Input
          ref={first}
          value={form.title}
          maxLength={LONGEST_TASK}
          autoComplete="off"
          onChange={(event) => form.setTitle(event.target.value)}
          className="text-12 max-md:text-16"
        />
      </label>
      <DueField day={form.day} onChange={form.setDay} />
      <Who threadId={threadId} task={task} chosen={form.assigneeId} onChoose={form.setAssignee} />
      {form.problem ? (
        <div role="alert">
          <FieldError>{form.problem}</FieldError>
        </div>
      ) : null}
      <div className="flex justify-end gap-1.5">
        <Button size="sm" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button size="sm" type="submit" pending={form.isPending} disabled={!form.isReady}>
          {t(task ? "saveEdit" : "save")}
        </Button>
      </div>
    </form>
  );
}

type WhoProps = Pick<TaskFormProps, "threadId" | "task"> & { chosen: string; onChoose: (memberId: string) => void };

function Who({ threadId, task, chosen, onChoose }: WhoProps) {
  const t = useTranslations("tasks");
  const { viewer } = useViewer();
  const { data } = useQuery(colleaguesQuery(threadId));
  // Whose it is stays a choice while the others are read, and when they see the thread no more.
  const people = [...(data?.people ?? []), ...(task ? [task.assignee] : [])];
  const others = people.filter(
    ({ id }, index) => id !== viewer.id && people.findIndex((each) => each.id === id) === index,
  );
  return (
    <label className="flex flex-col gap-0.5 text-11 text-text-2">
      {t("who")}
      <Select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value={viewer.id}>{t("me")}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  );
}
