import { z } from "zod";
import { GetThreadInput } from "@/lib/services/threads/schemas";

/** Leads for a stranger's thread: those that fit, or those that begin with what was typed. */
export const LeadOffersInput = z.strictObject({
  id: GetThreadInput.shape.threadId,
  q: z
    .string()
    .max(200)
    .overwrite((value) => value.replaceAll("\0", "").toWellFormed())
    .trim()
    .min(1)
    .optional(),
});
export type LeadOffersInput = z.infer<typeof LeadOffersInput>;
