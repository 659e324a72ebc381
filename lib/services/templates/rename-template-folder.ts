import { eq } from "drizzle-orm";
import { templateFolders } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { RenameTemplateFolderInput } from "./schemas";
import { foldersBeside, lockFolder } from "./visible-templates";

/** Gives a folder another name. @throws AppError `not_found`, `forbidden`, `conflict` (`folder_exists`) */
export async function renameTemplateFolder(
  { actor, db }: Context,
  { folderId, name }: RenameTemplateFolderInput,
): Promise<{ folderId: string }> {
  may(actor, "template.use");
  return db.transaction(async (tx) => {
    await holdNames(tx, actor.workspaceId, "template_folders");
    const folder = await lockFolder(tx, actor, folderId);
    requireFreeName(await foldersBeside(tx, folder), { name, own: folderId }, "folder_exists");
    await tx.update(templateFolders).set({ name }).where(eq(templateFolders.id, folderId));
    await record(tx, actor, "template_folder.renamed", { subjectId: folderId });
    return { folderId };
  });
}
