import { z } from "zod";

const address = z.string().max(2000);

/** The composer's content as it is typed (see `DraftContent`): nothing is judged here but its size. */
export const DraftContentInput = z.strictObject({
  parentId: z.uuid(),
  to: z.array(address).max(200),
  cc: z.array(address).max(200),
  bcc: z.array(address).max(200),
  bodyHtml: z.string().max(2_000_000),
  addSignature: z.boolean(),
  attachments: z
    .array(
      z.strictObject({
        uploadId: z.uuid(),
        fileName: z.string().max(255),
        contentType: z.string().max(255),
        size: z.number().int().nonnegative(),
        contentId: z.string().max(255).optional(),
      }),
    )
    .max(50),
  scheduledTime: z.string().max(64).nullable(),
  scheduledZone: z.string().max(64).nullable(),
  scheduleCondition: z.enum(["always", "if_no_reply"]),
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

export const DiscardDraftInput = z.strictObject({ draftId: z.uuid() });
export type DiscardDraftInput = z.infer<typeof DiscardDraftInput>;
