import { z } from "zod";
import { INVITATION_ANSWERS } from "@/lib/domain/invitation-answer";

export const AnswerInvitationInput = z.strictObject({
  /** The message that the invitation came with. */
  messageId: z.uuid(),
  /** Chosen by the one who asks, so that a second press is answered with the first one's reply. */
  replyId: z.uuid(),
  answer: z.enum(INVITATION_ANSWERS),
  /** The text of the mail that carries the answer. */
  words: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .refine((text) => !text.includes("\0"), "nul")
    .overwrite((text) => text.toWellFormed()),
  /** A person has written them: the organiser's calendar is told them as well. */
  isOwnWords: z.boolean(),
});
export type AnswerInvitationInput = z.infer<typeof AnswerInvitationInput>;
