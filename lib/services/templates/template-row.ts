import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { templateFolders } from "@/lib/db/schema";
import type { Actor } from "../context";
import { cleanTemplate } from "./clean-template";
import type { AddTemplateInput } from "./schemas";
import { requireMayChange } from "./visible-templates";

/**
 * What a template's row holds of what somebody wrote.
 * @throws AppError `forbidden` for the team's without the right, `invalid` for a folder of another side or an empty text
 */
export async function templateRow(tx: Database, actor: Actor, { isShared, folderId, ...input }: AddTemplateInput) {
  const ownerId = isShared ? null : actor.memberId;
  requireMayChange(actor, { ownerId });
  if (folderId) await requireFolder(tx, actor, { folderId, ownerId });
  const bodyHtml = cleanTemplate(input.bodyHtml);
  if (bodyHtml === "") throw new AppError("invalid", { fields: [{ path: "bodyHtml", reason: "empty" }] });
  return { name: input.name, shortcut: input.shortcut, bodyHtml, folderId, ownerId };
}

type Folder = { folderId: string; ownerId: string | null };

async function requireFolder(tx: Database, actor: Actor, { folderId, ownerId }: Folder): Promise<void> {
  const isOfSide = ownerId === null ? isNull(templateFolders.ownerId) : eq(templateFolders.ownerId, ownerId);
  const [folder] = await tx
    .select({ id: templateFolders.id })
    .from(templateFolders)
    .where(and(eq(templateFolders.id, folderId), eq(templateFolders.workspaceId, actor.workspaceId), isOfSide))
    .for("share");
  if (!folder) throw new AppError("invalid", { fields: [{ path: "folderId", reason: "unknown_folder" }] });
}
