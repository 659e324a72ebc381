import { eq } from "drizzle-orm";
import { templateFolders } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RenameTemplateFolderInput } from "./schemas";
import { lockFolder } from "./visible-templates";

/** Gives a folder another name. @throws AppError `not_found`, `forbidden` */
export async function renameTemplateFolder(
  { actor, db }: Context,
  { folderId, name }: RenameTemplateFolderInput,
): Promise<{ folderId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    await lockFolder(tx, actor, folderId);
    await tx.update(templateFolders).set({ name }).where(eq(templateFolders.id, folderId));
    await record(tx, actor, "template_folder.renamed", { subjectId: folderId });
    return { folderId };
  });
}
