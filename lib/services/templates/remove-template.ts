import { eq } from "drizzle-orm";
import { templates } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RemoveTemplateInput } from "./schemas";
import { lockTemplate } from "./visible-templates";

/** Takes a template out of lists and menus; replies that were written with it stay as they are. @throws AppError `not_found`, `forbidden` */
export async function removeTemplate(
  { actor, db, now }: Context,
  { templateId }: RemoveTemplateInput,
): Promise<{ templateId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    await lockTemplate(tx, actor, templateId);
    await tx.update(templates).set({ removedAt: now(), folderId: null }).where(eq(templates.id, templateId));
    await record(tx, actor, "template.removed", { subjectId: templateId });
    return { templateId };
  });
}
