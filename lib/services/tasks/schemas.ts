import { z } from "zod";
import { LONGEST_TASK, TASK_STATES } from "@/lib/domain/task";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const Day = z.iso.date().refine((day) => !day.startsWith("0000"), "not_a_day");

/** `dueOn`: a day of the assignee's calendar. */
export const AddTaskInput = z.strictObject({
  threadId: ThreadNumber,
  title: z
    .string()
    .overwrite((value) => value.toWellFormed().replaceAll(/\p{Cc}+/gu, " "))
    .trim()
    .min(1)
    .max(LONGEST_TASK),
  dueOn: Day.nullable().default(null),
  assigneeId: z.uuid(),
});
export type AddTaskInput = z.output<typeof AddTaskInput>;

export const SetTaskStateInput = z.strictObject({ taskId: z.uuid(), state: z.enum(TASK_STATES) });
export type SetTaskStateInput = z.infer<typeof SetTaskStateInput>;

export const ListThreadTasksInput = z.strictObject({ threadId: z.coerce.number().pipe(ThreadNumber) });
export type ListThreadTasksInput = z.infer<typeof ListThreadTasksInput>;

export const ListOwnTasksInput = z.strictObject({});
