import { z } from "zod";

export const OneMessageInput = z.strictObject({ messageId: z.uuid() });
export type OneMessageInput = z.infer<typeof OneMessageInput>;

/** `inline`: shown as a picture inside a message, for the types that cannot run. */
export const OneAttachmentInput = z.strictObject({ attachmentId: z.uuid(), inline: z.boolean().default(false) });
export type OneAttachmentInput = z.input<typeof OneAttachmentInput>;

export const PreviewAttachmentInput = z.strictObject({ id: z.uuid() });
export type PreviewAttachmentInput = z.infer<typeof PreviewAttachmentInput>;
