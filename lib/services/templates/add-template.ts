import { AppError } from "@/lib/core/errors";
import { templates } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { AddTemplateInput } from "./schemas";
import { templateRow } from "./template-row";
import { isVisible } from "./visible-templates";

const MOST = 1000;

/**
 * Writes a template, the actor's own or the team's. Variables in it are kept as they are, known or not.
 * @throws AppError `forbidden` for the team's, `invalid` (folderId, bodyHtml), `unprocessable` (`too_many_templates`)
 */
export async function addTemplate(
  { actor, db, now }: Context,
  input: AddTemplateInput,
): Promise<{ templateId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    const row = await templateRow(tx, actor, input);
    if ((await tx.$count(templates, isVisible(actor))) >= MOST)
      throw new AppError("unprocessable", { reason: "too_many_templates" });
    const { workspaceId, memberId: createdById } = actor;
    const [made] = await tx
      .insert(templates)
      .values({ ...row, workspaceId, createdById, createdAt: now(), updatedAt: now() })
      .returning({ id: templates.id });
    await record(tx, actor, "template.added", { subjectId: made!.id, data: { isShared: input.isShared } });
    return { templateId: made!.id };
  });
}
