import { z } from "zod";

/** Pictures of one message, or of all that its sender writes. */
export const ShowImagesInput = z.strictObject({ messageId: z.uuid(), scope: z.enum(["message", "sender"]) });
export type ShowImagesInput = z.infer<typeof ShowImagesInput>;

export const HideImagesInput = z.strictObject({ messageId: z.uuid() });
export type HideImagesInput = z.infer<typeof HideImagesInput>;
