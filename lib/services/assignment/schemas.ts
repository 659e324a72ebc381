import { z } from "zod";
import { REPLY_LANGUAGES } from "@/lib/domain/reply-language";

const ids = z.array(z.uuid()).max(500);
const unique = (list: string[]) => new Set(list).size === list.length;

/** Empty lists ask for nothing. The people take turns in their order. */
export const SaveAssignmentRuleInput = z.strictObject({
  ruleId: z.uuid().nullable(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((text) => !/\p{Cc}/u.test(text), "control_character"),
  conditions: z.strictObject({
    campaignIds: ids.refine(unique),
    mailboxIds: ids.refine(unique),
    categoryIds: ids.refine(unique),
    languages: z.array(z.enum(REPLY_LANGUAGES)).max(REPLY_LANGUAGES.length).refine(unique),
  }),
  memberIds: z.array(z.uuid()).min(1).max(100).refine(unique),
});
export type SaveAssignmentRuleInput = z.infer<typeof SaveAssignmentRuleInput>;

export const MoveAssignmentRuleInput = z.strictObject({ ruleId: z.uuid(), to: z.enum(["up", "down"]) });
export type MoveAssignmentRuleInput = z.infer<typeof MoveAssignmentRuleInput>;

export const PauseAssignmentRuleInput = z.strictObject({ ruleId: z.uuid(), isPaused: z.boolean() });
export type PauseAssignmentRuleInput = z.infer<typeof PauseAssignmentRuleInput>;

export const RemoveAssignmentRuleInput = z.strictObject({ ruleId: z.uuid() });
export type RemoveAssignmentRuleInput = z.infer<typeof RemoveAssignmentRuleInput>;
