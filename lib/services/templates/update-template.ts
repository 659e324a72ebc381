import { eq } from "drizzle-orm";
import { templates } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { UpdateTemplateInput } from "./schemas";
import { templateRow } from "./template-row";
import { lockTemplate } from "./visible-templates";

/**
 * Changes a template: its words, its folder, or whose it is. What somebody gives to the team is the team's from then on; who takes
 * one of the team's out of it has it as an own one.
 * @throws AppError `not_found`, `forbidden`, `invalid` (folderId, bodyHtml)
 */
export async function updateTemplate(
  { actor, db, now }: Context,
  { templateId, ...input }: UpdateTemplateInput,
): Promise<{ templateId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    await lockTemplate(tx, actor, templateId);
    const row = await templateRow(tx, actor, input);
    await tx
      .update(templates)
      .set({ ...row, updatedAt: now() })
      .where(eq(templates.id, templateId));
    await record(tx, actor, "template.updated", { subjectId: templateId, data: { isShared: input.isShared } });
    return { templateId };
  });
}
