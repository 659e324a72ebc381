import { z } from "zod";
import { REMINDER_CONDITIONS, REMINDER_KINDS } from "@/lib/domain/reminder";
import { TRIAGE_LIMIT } from "@/lib/domain/triage";
import { InstantInput } from "../instant-schemas";
import { MessageCountsInput } from "../threads/schemas";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `until` (ISO 8601 with its offset) may be left open only for what waits for an answer. */
const Wanted = z.strictObject({
  threadIds: z.array(ThreadNumber).min(1).max(TRIAGE_LIMIT),
  until: InstantInput.nullable(),
  condition: z.enum(REMINDER_CONDITIONS),
  messageCounts: MessageCountsInput,
});
const hasAnEnd = ({ until, condition }: Pick<z.infer<typeof Wanted>, "until" | "condition">): boolean =>
  until !== null || condition === "until_reply";
const NO_END = { path: ["until"], error: "no_time" };

export const SnoozeThreadsInput = Wanted.refine(hasAnEnd, NO_END);
export type SnoozeThreadsInput = z.infer<typeof SnoozeThreadsInput>;

export const RemindOfThreadsInput = Wanted.extend({
  // PostgreSQL takes no NUL.
  note: z
    .string()
    .overwrite((typed) => typed.replaceAll("\0", ""))
    .trim()
    .max(500)
    .default(""),
}).refine(hasAnEnd, NO_END);
export type RemindOfThreadsInput = z.infer<typeof RemindOfThreadsInput>;

export const CancelRemindersInput = Wanted.pick({ threadIds: true }).extend({ kind: z.enum(REMINDER_KINDS) });
export type CancelRemindersInput = z.infer<typeof CancelRemindersInput>;

/** What `snoozeThreads`, `remindOfThreads` or `cancelReminders` answered as changed, to be taken back. */
export const UndoRemindersInput = z.strictObject({
  kind: z.enum(REMINDER_KINDS),
  items: z
    .array(z.strictObject({ threadId: ThreadNumber, before: z.uuid().nullable(), after: z.uuid().nullable() }))
    .min(1)
    .max(TRIAGE_LIMIT)
    .refine((items) => new Set(items.map(({ threadId }) => threadId)).size === items.length),
});
export type UndoRemindersInput = z.infer<typeof UndoRemindersInput>;

export const DismissReminderInput = z.strictObject({ reminderId: z.uuid() });
export type DismissReminderInput = z.infer<typeof DismissReminderInput>;
