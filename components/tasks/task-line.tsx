import { Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { taskGroupOf, type TaskView } from "@/lib/domain/task";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { TaskForm } from "./task-form";
import { useTaskState } from "./use-task-state";

type TaskLineProps = {
  task: TaskView;
  threadId: number;
  /** Beside the title, where the thread is not known already. */
  children?: ReactNode;
};

/** A task to tick, with its day and its person; who may change it does so in its place. */
export function TaskLine({ task, threadId, children }: TaskLineProps) {
  const t = useTranslations("tasks");
  const { viewer, now, words } = useViewer();
  const set = useTaskState();
  const { isEditing, setEditing, opener } = useEditing();
  const { title, dueOn, isDone, assignee, by, mayChange } = task;
  const group = taskGroupOf(task, wallTimeOf(now, viewer.timeZone).date);
  const isPressing = !isDone && (group === "overdue" || group === "today");
  const who = assignee.id === viewer.id ? t("you") : assignee.name;
  if (isEditing)
    return (
      <li data-task={task.id} className="py-1">
        <TaskForm
          threadId={threadId}
          task={task}
          asked={1}
          onSaved={() => undefined}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li data-task={task.id} className="flex min-h-7 items-start gap-2 py-1 text-12 touch:min-h-control-touch">
      <Checkbox
        label={t(isDone ? "reopen" : "tick", { title })}
        checked={isDone}
        onChange={(on) => {
          // In the list of what is open the line goes, and would take the focus along.
          if (on) document.activeElement?.closest<HTMLElement>("[data-tasks]")?.focus({ preventScroll: true });
          void set(task, on ? "done" : "open");
        }}
        className="mt-0.5"
      />
      <div className="min-w-0 flex-1">
        <p className={cn("[overflow-wrap:anywhere]", isDone && "text-text-3 line-through")}>{title}</p>
        <p className="flex flex-wrap gap-x-1.5 text-text-2">
          {dueOn ? (
            <span className={cn("tabular-nums", isPressing && (group === "overdue" ? "text-bad" : "text-warn"))}>
              {group === "today" ? t("today") : words.weekday(dueOn)}
            </span>
          ) : null}
          <span>
            {by.id === assignee.id ? who : t("given", { who, by: by.id === viewer.id ? t("fromYou") : by.name })}
          </span>
          {children}
        </p>
      </div>
      {mayChange ? (
        <IconButton
          ref={opener}
          data-edit
          label={t("edit", { title })}
          onClick={() => setEditing(true)}
          className="-my-0.5 size-control-sm"
        >
          <Pencil aria-hidden />
        </IconButton>
      ) : null}
      {mayChange ? (
        <IconButton
          label={t("remove", { title })}
          onClick={({ currentTarget }) => {
            const place = currentTarget.closest<HTMLElement>("[data-tasks], [data-pane='lead']");
            place?.focus({ preventScroll: true });
            void set(task, "removed");
          }}
          className="-my-0.5 size-control-sm"
        >
          <X aria-hidden />
        </IconButton>
      ) : null}
    </li>
  );
}

/** The form stands in the line's place; the focus goes back to what opened it. */
function useEditing() {
  const [isEditing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useFocusBack(isEditing, opener);
  return { isEditing, setEditing, opener };
}
