import { z } from "zod";
import { AWAY_RULES, MOST_STEPS, WAIT_UNITS } from "@/lib/domain/follow-up";

/** As typed, but for what the database cannot hold: NUL and halves of surrogate pairs. */
const text = (maximum: number) =>
  z
    .string()
    .max(maximum, { abort: true })
    .overwrite((value) => value.replaceAll("\0", "").toWellFormed());
const address = text(2000);

const size = z.number().int().nonnegative();
const UploadedFile = z.strictObject({
  uploadId: z.uuid(),
  fileName: text(255),
  contentType: text(255),
  size,
  contentId: text(255).optional(),
  attachmentId: z.uuid().optional(),
});
const LinkedFile = z.strictObject({
  fileUrl: text(2048),
  fileName: text(255),
  contentType: text(255).nullable(),
  size: size.nullable(),
});

const FollowUps = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        bodyHtml: text(200_000),
        templateIds: z.array(z.uuid()).max(50),
        wait: z.strictObject({ count: z.number().int(), unit: z.enum(WAIT_UNITS), time: text(8) }),
      }),
    )
    .max(MOST_STEPS),
  stopCategoryIds: z.array(z.uuid()).max(50),
  awayRule: z.enum(AWAY_RULES),
  replaces: z.uuid().optional(),
});

/** The composer's content as it is typed (see `DraftContent`): nothing is judged here but its size. */
export const DraftContentInput = z.strictObject({
  parentId: z.uuid(),
  to: z.array(address).max(200),
  cc: z.array(address).max(200),
  bcc: z.array(address).max(200),
  bodyHtml: text(2_000_000),
  addSignature: z.boolean(),
  attachments: z.array(z.union([UploadedFile, LinkedFile])).max(50),
  scheduledTime: text(64).nullable(),
  scheduledZone: text(64).nullable(),
  scheduleCondition: z.enum(["always", "if_no_reply"]),
  replyEmailBody: text(2_000_000).optional(),
  replyEmailTime: text(100).optional(),
  seqType: text(64).optional(),
  kind: z.literal("forward").optional(),
  isPlain: z.literal(true).optional(),
  templateIds: z.array(z.uuid()).max(50).optional(),
  followUps: FollowUps.optional(),
});

/**
 * `draftId` is made by the composer and becomes the reply's id. `basedOn`: the `savedAt` that the composer saw last
 * (null = none); when another tab has saved since, the save is refused. Absent = the last one wins.
 */
export const SaveDraftInput = z.strictObject({
  threadId: z.number().int().positive(),
  draftId: z.uuid(),
  content: DraftContentInput,
  basedOn: z.iso.datetime({ offset: true }).nullable().optional(),
});
export type SaveDraftInput = z.infer<typeof SaveDraftInput>;

export const FindDraftInput = z.strictObject({ threadId: z.number().int().positive() });
export type FindDraftInput = z.infer<typeof FindDraftInput>;

/** `append`: where the teammate has a draft in the thread already, this one's words stand below theirs. */
export const HandDraftInput = z.strictObject({
  draftId: z.uuid(),
  toMemberId: z.uuid(),
  note: text(500).overwrite((value) => value.trim()),
  append: z.boolean().default(false),
});
export type HandDraftInput = z.output<typeof HandDraftInput>;

export const TakeBackDraftInput = z.strictObject({ draftId: z.uuid() });
export type TakeBackDraftInput = z.infer<typeof TakeBackDraftInput>;

export const DiscardDraftInput = z.strictObject({ draftId: z.uuid() });
export type DiscardDraftInput = z.infer<typeof DiscardDraftInput>;
