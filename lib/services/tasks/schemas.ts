import { z } from "zod";
import { LONGEST_TASK, TASK_STATES } from "@/lib/domain/task";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const Day = z.iso.date().refine((day) => !day.startsWith("0000"), "not_a_day");

const Title = z
  .string()
  .overwrite((value) => value.toWellFormed().replaceAll(/\p{Cc}+/gu, " "))
  .trim()
  .min(1)
  .max(LONGEST_TASK);

/** `dueOn`: a day of the assignee's calendar. */
export const AddTaskInput = z.strictObject({
  threadId: ThreadNumber,
  title: Title,
  dueOn: Day.nullable().default(null),
  assigneeId: z.uuid(),
  /** Made once by the form. */
  pressId: z.uuid().optional(),
});
export type AddTaskInput = z.output<typeof AddTaskInput>;

/** What is left out stays. */
export const EditTaskInput = z
  .strictObject({
    taskId: z.uuid(),
    title: Title.optional(),
    dueOn: Day.nullable().optional(),
    assigneeId: z.uuid().optional(),
  })
  .refine(({ taskId: _which, ...change }) => Object.values(change).some((value) => value !== undefined), "nothing");
export type EditTaskInput = z.output<typeof EditTaskInput>;

export const SetTaskStateInput = z.strictObject({ taskId: z.uuid(), state: z.enum(TASK_STATES) });
export type SetTaskStateInput = z.infer<typeof SetTaskStateInput>;

export const ListThreadTasksInput = z.strictObject({ threadId: z.coerce.number().pipe(ThreadNumber) });
export type ListThreadTasksInput = z.infer<typeof ListThreadTasksInput>;

export const ListOwnTasksInput = z.strictObject({});
