import { AppError } from "@/lib/core/errors";
import { templateFolders } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { AddTemplateFolderInput } from "./schemas";
import { isFolderVisible, requireMayChange } from "./visible-templates";

const MOST = 200;

/** Makes a folder, the actor's own or the team's. @throws AppError `forbidden` for the team's, `unprocessable` (`too_many_folders`) */
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
    const [made] = await tx
      .insert(templateFolders)
      .values({ workspaceId, ownerId, name })
      .returning({ id: templateFolders.id });
    await record(tx, actor, "template_folder.added", { subjectId: made!.id, data: { isShared } });
    return { folderId: made!.id };
  });
}
