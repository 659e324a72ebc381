import { z } from "zod";

/** A half of a surrogate pair is no character; PostgreSQL stores no NUL. */
const prose = (maximum: number) =>
  z
    .string()
    .overwrite((value) => value.toWellFormed())
    .max(maximum, { abort: true })
    .refine((text) => !text.includes("\0"), "nul");
const word = prose(80)
  .trim()
  .min(1)
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "control_character");
const ids = z.array(z.uuid()).max(200);

const Review = { reviewId: z.uuid() };
const PassageInput = z.strictObject({ quote: prose(2_000).min(1), start: z.number().int().nonnegative() });
const Word = {
  text: prose(5_000).trim(),
  suggestion: prose(5_000).optional(),
  version: z.number().int().positive().optional(),
  passage: PassageInput.optional(),
  parentId: z.uuid().optional(),
  /** Made once by the form. */
  pressId: z.uuid().optional(),
};
type WordSaid = {
  text: string;
  suggestion?: string | undefined;
  version?: number | undefined;
  passage?: object | undefined;
};
const checkWord = ({ text, suggestion, version, passage }: WordSaid, context: z.RefinementCtx): void => {
  const refuse = (path: keyof WordSaid, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (passage && version === undefined) refuse("version", "missing");
  if (!passage && suggestion !== undefined) refuse("passage", "missing");
  if (text === "" && suggestion === undefined) refuse("text", "empty");
};

/**
 * A word about the whole, about a passage of a version, or in answer to another (`parentId`). `suggestion`: what a passage should say
 * instead, empty to leave it out; it may stand without a word.
 */
export const CommentReviewInput = z.strictObject({ ...Review, ...Word }).superRefine(checkWord);
export type CommentReviewInput = z.infer<typeof CommentReviewInput>;

/** Which version the person has read: a decision about one that is no longer the newest is refused. `words` are said along with it. */
const Decided = {
  ...Review,
  version: z.number().int().positive(),
  words: z.array(z.strictObject(Word).superRefine(checkWord)).max(50).optional(),
};

export const REVIEW_TABS = ["waiting", "returned", "samples"] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

export const ListReviewsInput = z.strictObject({ tab: z.enum(REVIEW_TABS).default("waiting") });
export type ListReviewsInput = z.output<typeof ListReviewsInput>;
export const GetReviewInput = z.strictObject({ id: z.uuid() });
export type GetReviewInput = z.infer<typeof GetReviewInput>;
export const OfThreadInput = z.strictObject({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
export type OfThreadInput = z.infer<typeof OfThreadInput>;

/** `edits`: what the reviewer changed; addresses as typed, separated by commas. */
export const ApproveReviewInput = z.strictObject({
  ...Decided,
  edits: z
    .strictObject({
      subject: word.max(998).optional(),
      bodyHtml: prose(2_000_000).optional(),
      to: prose(20_000).optional(),
      cc: prose(20_000).optional(),
      bcc: prose(20_000).optional(),
    })
    .optional(),
});
export type ApproveReviewInput = z.infer<typeof ApproveReviewInput>;
export const ReturnReviewInput = z.strictObject({ ...Decided, note: prose(5_000).trim() });
export type ReturnReviewInput = z.infer<typeof ReturnReviewInput>;
export const UndoApprovalInput = z.strictObject(Review);
export type UndoApprovalInput = z.infer<typeof UndoApprovalInput>;

export const SettleCommentInput = z.strictObject({ commentId: z.uuid(), settled: z.boolean() });
export type SettleCommentInput = z.infer<typeof SettleCommentInput>;

export const SampleReplyInput = z.strictObject({ messageId: z.uuid() });
export type SampleReplyInput = z.infer<typeof SampleReplyInput>;
/** Days on the reader's own clock are turned into instants by the screen. */
export const PickSamplesInput = z.strictObject({
  count: z.number().int().min(1).max(20),
  memberId: z.uuid().nullish(),
  /** The campaign's number. */
  campaign: z.number().int().positive().nullish(),
  categoryId: z.uuid().nullish(),
  from: z.iso.datetime({ offset: true }).nullish(),
});
export type PickSamplesInput = z.infer<typeof PickSamplesInput>;
export const SettleSampleInput = z.strictObject(Review);
export type SettleSampleInput = z.infer<typeof SettleSampleInput>;

const Conditions = z
  .strictObject({
    newForDays: z.number().int().min(1).max(3650).nullable(),
    campaignIds: ids,
    firstReplyCategoryIds: ids,
    words: z.array(word).max(100),
    attachments: z
      .union([
        z.literal("any"),
        z
          .array(word.regex(/^[\p{L}\p{N}]+$/u, "ending"))
          .min(1)
          .max(30),
      ])
      .nullable(),
    isOutsideHours: z.boolean(),
    memberIds: ids,
  })
  .refine((set) => Object.values(set).some((each) => (Array.isArray(each) ? each.length > 0 : Boolean(each))), "empty");

export const AddApprovalRuleInput = z.strictObject({ name: word, conditions: Conditions });
export type AddApprovalRuleInput = z.infer<typeof AddApprovalRuleInput>;
export const UpdateApprovalRuleInput = z.strictObject({ ruleId: z.uuid(), name: word, conditions: Conditions });
export type UpdateApprovalRuleInput = z.infer<typeof UpdateApprovalRuleInput>;
export const PauseApprovalRuleInput = z.strictObject({ ruleId: z.uuid(), paused: z.boolean() });
export type PauseApprovalRuleInput = z.infer<typeof PauseApprovalRuleInput>;
export const RemoveApprovalRuleInput = z.strictObject({ ruleId: z.uuid() });
export type RemoveApprovalRuleInput = z.infer<typeof RemoveApprovalRuleInput>;
