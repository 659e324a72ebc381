import type { PersonView } from "./person-view";

export const LONGEST_TASK = 300;
export const TASK_STATES = ["open", "done", "removed"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Something to do about a thread. `dueOn` is a day of its person's calendar ("2026-12-01"). */
export type TaskView = {
  id: string;
  title: string;
  dueOn: string | null;
  assignee: PersonView;
  by: PersonView;
  isDone: boolean;
  /** Whether who asks may change it and take it away. */
  mayChange: boolean;
};

export type OwnTask = TaskView & { thread: { id: number; name: string; subject: string } };

export const TASK_GROUPS = ["overdue", "today", "later", "undated"] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/** When a task is to be done, as seen on a day. */
export function taskGroupOf({ dueOn }: Pick<TaskView, "dueOn">, today: string): TaskGroup {
  if (dueOn === null) return "undated";
  if (dueOn === today) return "today";
  return dueOn < today ? "overdue" : "later";
}
