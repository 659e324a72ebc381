"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleX, ListTodo } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { OfflineLine } from "@/components/inbox/offline-line";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { type OwnTask, TASK_GROUPS, taskGroupOf } from "@/lib/domain/task";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { ownTasksQuery } from "@/lib/queries/tasks";
import { threadPath } from "@/lib/url/paths";
import { TaskLine } from "./task-line";

/** What the viewer has to do in all threads, by its day. */
export function TasksScreen() {
  const t = useTranslations("tasks");
  const { data, isError, refetch } = useQuery(ownTasksQuery());
  const open = data?.filter(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="tasks-title" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4">
        <h1 id="tasks-title" className="truncate text-16 font-strong tracking-tight">
          {t("tasks")}
        </h1>
        {open && open.length > 0 ? <span className="text-12 text-text-3 tabular-nums">{open.length}</span> : null}
      </header>
      <OfflineLine />
      <div data-tasks tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        {open ? <Groups tasks={open} /> : isError ? <Failed onAgain={() => void refetch()} /> : <Loading />}
      </div>
    </section>
  );
}

function Groups({ tasks }: { tasks: OwnTask[] }) {
  const t = useTranslations("tasks");
  const { viewer, now } = useViewer();
  const { date: today } = wallTimeOf(now, viewer.timeZone);
  if (tasks.length === 0)
    return (
      <EmptyState icon={<ListTodo aria-hidden />} title={t("empty")}>
        {t("emptyText")}
      </EmptyState>
    );
  return TASK_GROUPS.map((group) => {
    const own = tasks.filter((task) => taskGroupOf(task, today) === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`tasks-${group}`} className="px-4 pt-3 pb-1">
        <h2 id={`tasks-${group}`} className="text-12 font-medium text-text-2">
          {t(`group.${group}`)}
        </h2>
        <ul className="mt-1 max-w-3xl divide-y divide-line">
          {own.map((task) => (
            <TaskLine key={task.id} task={task} threadId={task.thread.id}>
              <Link
                href={threadPath(task.thread.id)}
                prefetch={false}
                className="inline-block max-w-full min-w-0 truncate text-accent-text hover:underline"
              >
                {t("about", { name: task.thread.name, subject: task.thread.subject || t("noSubject") })}
              </Link>
            </TaskLine>
          ))}
        </ul>
      </section>
    );
  });
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("tasks");
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("notLoaded")}
      actions={<Button onClick={onAgain}>{t("again")}</Button>}
    />
  );
}

const Loading = () => (
  <div aria-hidden className="flex flex-col gap-4 p-4">
    {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
      <Skeleton key={width} className={width} />
    ))}
  </div>
);
