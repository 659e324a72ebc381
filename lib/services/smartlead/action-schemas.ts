import { z } from "zod";
import { parseAddressList } from "@/lib/domain/address";
import { InstantInput } from "../instant-schemas";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const text = (maximum: number) =>
  z
    .string()
    .overwrite((value) => value.toWellFormed().replaceAll("\0", ""))
    .trim()
    .min(1)
    .max(maximum);

export const PauseLeadInput = z.strictObject({ threadId: ThreadNumber });
export type PauseLeadInput = z.infer<typeof PauseLeadInput>;

/** `delayDays`: the sequence goes on so many days from now; absent = at its next step. */
export const ResumeLeadInput = z.strictObject({
  threadId: ThreadNumber,
  delayDays: z.number().int().min(1).max(365).optional(),
});
export type ResumeLeadInput = z.infer<typeof ResumeLeadInput>;

export const AddTaskInput = z.strictObject({
  threadId: ThreadNumber,
  name: text(200),
  description: text(5_000).optional(),
  priority: z.enum(["LOW", "MEDIUM", "HIGH"]).default("MEDIUM"),
  dueAt: InstantInput.optional(),
});
export type AddTaskInput = z.output<typeof AddTaskInput>;

export const SetReminderInput = z.strictObject({ threadId: ThreadNumber, text: text(500), remindAt: InstantInput });
export type SetReminderInput = z.infer<typeof SetReminderInput>;

export const UnsubscribeLeadInput = z.strictObject({ threadId: ThreadNumber });
export type UnsubscribeLeadInput = z.infer<typeof UnsubscribeLeadInput>;

const MOST_RECIPIENTS = 20;

/** `to`: addresses separated by commas, with or without names; `text`: what stands before the message. */
export const ForwardMessageInput = z.strictObject({
  threadId: ThreadNumber,
  messageId: z.uuid(),
  to: z
    .string()
    .max(5_000, { abort: true })
    .refine((value) => {
      const { parties, bad } = parseAddressList(value);
      return bad.length === 0 && parties.length > 0 && parties.length <= MOST_RECIPIENTS;
    }, "address"),
  text: text(5_000).optional(),
});
export type ForwardMessageInput = z.infer<typeof ForwardMessageInput>;
