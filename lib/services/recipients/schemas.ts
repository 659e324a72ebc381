import { z } from "zod";

/** What was typed in To, Cc or Bcc, and the thread that is answered in. */
export const SuggestRecipientsInput = z.strictObject({
  q: z
    .string()
    .max(200)
    .overwrite((value) => value.replaceAll("\0", "").toWellFormed())
    .trim()
    .min(1),
  threadId: z.coerce.number().int().positive().optional(),
});
export type SuggestRecipientsInput = z.infer<typeof SuggestRecipientsInput>;
