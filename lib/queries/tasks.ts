import { queryOptions } from "@tanstack/react-query";
import type { OwnTask, TaskView } from "@/lib/domain/task";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** What there is to do about a thread; read again whenever the thread is. */
export const threadTasksQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "tasks"] as const,
    queryFn: ({ signal }) => fetchJson<TaskView[]>(`/api/threads/${threadId}/tasks`, signal),
  });

export const ownTasksKey = ["tasks", "own"] as const;

/** What the viewer has to do. */
export const ownTasksQuery = () =>
  queryOptions({
    queryKey: ownTasksKey,
    queryFn: ({ signal }) => fetchJson<OwnTask[]>("/api/tasks", signal),
  });
