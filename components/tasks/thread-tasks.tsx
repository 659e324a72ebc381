"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { askForm, closeForm, useAskedForm } from "@/components/notes/asked-form";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { threadTasksQuery } from "@/lib/queries/tasks";
import { TaskForm } from "./task-form";
import { TaskLine } from "./task-line";

/** What there is to do about the thread, what is open first, and a way to give more. */
export function ThreadTasks({ threadId }: { threadId: number }) {
  const t = useTranslations("tasks");
  const { data, isError, refetch } = useQuery(threadTasksQuery(threadId));
  const asked = useAskedForm("task", threadId);
  const { aria } = useCommandKeys("thread.task");
  const [said, setSaid] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = asked > 0;
  useFocusBack(isOpen, opener);
  return (
    <>
      <output className="sr-only">{said}</output>
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="text-12 text-text-2">{t("tasks")}</h3>
        <IconButton
          ref={opener}
          label={t("add")}
          aria-keyshortcuts={aria}
          aria-expanded={isOpen}
          onClick={() => askForm("task", threadId)}
          className="size-control-sm"
        >
          <Plus aria-hidden />
        </IconButton>
      </div>
      {data && data.length > 0 ? (
        <ul aria-label={t("tasks")} className="flex flex-col">
          {data.map((task) => (
            <TaskLine key={task.id} task={task} threadId={threadId} />
          ))}
        </ul>
      ) : null}
      {data?.length === 0 && !isOpen ? <p className="text-12 text-text-3">{t("none")}</p> : null}
      {isError && !data ? (
        <p className="flex items-center gap-2 text-12 text-text-2">
          {t("notLoaded")}
          <Button size="sm" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : null}
      {isOpen ? (
        <TaskForm
          threadId={threadId}
          task={null}
          asked={asked}
          onSaved={(title) => setSaid(t("added", { title }))}
          onClose={() => closeForm("task")}
        />
      ) : null}
    </>
  );
}
