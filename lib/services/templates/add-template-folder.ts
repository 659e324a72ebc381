import { AppError } from "@/lib/core/errors";
import { templateFolders } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { AddTemplateFolderInput } from "./schemas";
import { foldersBeside, isFolderVisible, requireMayChange } from "./visible-templates";

const MOST = 200;

/**
 * Makes a folder, the actor's own or the team's.
 * @throws AppError `forbidden` for the team's, `conflict` (`folder_exists`), `unprocessable` (`too_many_folders`)
 */
export async function addTemplateFolder(
  { actor, db }: Context,
  { name, isShared }: AddTemplateFolderInput,
): Promise<{ folderId: string }> {
  may(actor, "template.use");
  const ownerId = isShared ? null : actor.memberId;
  requireMayChange(actor, { ownerId });
  return db.transaction(async (tx) => {
    if ((await tx.$count(templateFolders, isFolderVisible(actor))) >= MOST)
      throw new AppError("unprocessable", { reason: "too_many_folders" });
    const { workspaceId } = actor;
    await holdNames(tx, workspaceId, "template_folders");
    requireFreeName(await foldersBeside(tx, { workspaceId, ownerId }), { name }, "folder_exists");
    const [made] = await tx
      .insert(templateFolders)
      .values({ workspaceId, ownerId, name })
      .returning({ id: templateFolders.id });
    await record(tx, actor, "template_folder.added", { subjectId: made!.id, data: { isShared } });
    return { folderId: made!.id };
  });
}
