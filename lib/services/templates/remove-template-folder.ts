import { eq } from "drizzle-orm";
import { templateFolders } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RemoveTemplateFolderInput } from "./schemas";
import { lockFolder } from "./visible-templates";

/** Removes a folder; its templates stay, in none. @throws AppError `not_found`, `forbidden` */
export async function removeTemplateFolder(
  { actor, db }: Context,
  { folderId }: RemoveTemplateFolderInput,
): Promise<{ folderId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    await lockFolder(tx, actor, folderId);
    await tx.delete(templateFolders).where(eq(templateFolders.id, folderId));
    await record(tx, actor, "template_folder.removed", { subjectId: folderId });
    return { folderId };
  });
}
