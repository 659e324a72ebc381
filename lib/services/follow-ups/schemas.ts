import { z } from "zod";
import { AWAY_RULES, LONGEST_WAIT, MOST_STEPS, WAIT_UNITS } from "@/lib/domain/follow-up";

const StepWaitInput = z.strictObject({
  count: z.number().int().min(1).max(LONGEST_WAIT),
  unit: z.enum(WAIT_UNITS),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time"),
});

/** One follow-up: its text, in which variables are filled in when it is planned, and how long after the one before it leaves. */
export const FollowUpStepInput = z.strictObject({
  bodyHtml: z
    .string()
    .overwrite((value) => value.toWellFormed())
    .max(200_000)
    .refine((html) => !html.includes("\0"), "nul")
    .refine((html) => /<img\b/i.test(html) || html.replace(/<[^<>]*>|&nbsp;|\s/g, "") !== "", "empty"),
  /** The templates that it was written with. */
  templateIds: z.array(z.uuid()).max(50).optional(),
  wait: StepWaitInput,
});
export type FollowUpStepInput = z.infer<typeof FollowUpStepInput>;

const rules = {
  /** Categories that stop it as soon as the thread has one of them. */
  stopCategoryIds: z.array(z.uuid()).max(50).optional(),
  /** What a lead's absence with a return date does; absent = `move`. */
  awayRule: z.enum(AWAY_RULES).optional(),
  /** The follow-ups that are planned in the thread as their author saw it: they make way. Beside others a plan is refused. */
  replaces: z.uuid().optional(),
};

const steps = z.array(FollowUpStepInput).min(1).max(MOST_STEPS);

/** What goes along with a reply of the composer: the first step is counted from that reply's time. */
export const FollowUpsOfReply = z.strictObject({ steps, ...rules });
export type FollowUpsOfReply = z.infer<typeof FollowUpsOfReply>;

/** `startDate`: the day on the lead's calendar on which the first step leaves, in the place of its wait. */
export const PlanFollowUpsInput = z.strictObject({
  threadId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  steps,
  startDate: z.iso.date().optional(),
  ...rules,
});
export type PlanFollowUpsInput = z.infer<typeof PlanFollowUpsInput>;

export const StopFollowUpsInput = z.strictObject({ chainId: z.uuid() });
export type StopFollowUpsInput = z.infer<typeof StopFollowUpsInput>;

/** `insteadOf`: the follow-ups that were put in the place of these, and make way again. */
export const ReopenFollowUpsInput = z.strictObject({ chainId: z.uuid(), insteadOf: z.uuid().optional() });
export type ReopenFollowUpsInput = z.infer<typeof ReopenFollowUpsInput>;
