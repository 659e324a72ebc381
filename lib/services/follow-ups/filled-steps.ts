import { AppError, type FieldProblem } from "@/lib/core/errors";
import type { leads, mailboxes, threads } from "@/lib/db/schema";
import type { StepWait } from "@/lib/domain/follow-up";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import type { Context } from "../context";
import { replyBody } from "../replies/reply-body";
import { replyFiles, type NewAttachment } from "../replies/send-email-thread-attachments";
import { filledBody } from "../replies/send-email-thread-variables";
import type { FollowUpStepInput } from "./schemas";

/** Whom steps are written for, and from where. */
export type StepTarget = {
  lead: typeof leads.$inferSelect;
  mailbox: typeof mailboxes.$inferSelect;
  campaign: { name: string } | null;
  thread: Pick<typeof threads.$inferSelect, "contactAddress">;
};

/** Pictures of the steps that they take the place of, which a text may still show by their parts. */
export type FormerPicture = Omit<NewAttachment, "position">;

export type FilledStep = { bodyHtml: string; attachments: NewAttachment[]; wait: StepWait; templateIds: string[] };

/**
 * The texts of steps as they leave: this lead's values in the place of variables, pictures as parts. A placeholder is never sent as
 * it stands.
 * @throws AppError `invalid` with all that is wrong, each by its step ("steps.0.bodyHtml")
 */
export async function filledSteps(
  ctx: Context,
  steps: FollowUpStepInput[],
  { target, path, pictures }: { target: StepTarget; path: string; pictures: FormerPicture[] },
): Promise<FilledStep[]> {
  const filled: FilledStep[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, step] of steps.entries()) {
    const field = `${path}steps.${index}.bodyHtml`;
    try {
      filled.push(await filledStep(ctx, step, { target, field, pictures }));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      problems.push(...error.fields.map((problem) => ({ ...problem, path: field })));
    }
  }
  if (problems.length > 0) throw new AppError("invalid", { fields: problems });
  return filled;
}

async function filledStep(
  ctx: Context,
  { bodyHtml, wait, templateIds = [] }: FollowUpStepInput,
  { target, field, pictures }: { target: StepTarget; field: string; pictures: FormerPicture[] },
): Promise<FilledStep> {
  const { lead, mailbox } = target;
  const kept = pictures.filter(({ contentId }) => bodyHtml.includes(`cid:${contentId}`));
  const files = await replyFiles(ctx, [], replyBody(bodyHtml), {
    maximum: fileBytesWithin(mailbox.sizeLimit),
    beside: kept.reduce((sum, { size }) => sum + (size ?? 0), 0),
  });
  const fresh = files.attachments.filter(({ contentId }) => !kept.some((picture) => picture.contentId === contentId));
  return {
    bodyHtml: filledBody(ctx.actor, files.bodyHtml, lead, target, field),
    attachments: [...kept, ...fresh].map((file, position) => ({ ...file, position })),
    wait,
    templateIds,
  };
}
