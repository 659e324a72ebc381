import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { templateFolders, templates } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { Actor } from "../context";

type Owned = { ownerId: string | null };

/** Templates that somebody sees: the team's and the own. */
export const isVisible = (actor: Actor): SQL =>
  and(eq(templates.workspaceId, actor.workspaceId), isOfTeamOrOwn(actor, templates.ownerId))!;

export const isFolderVisible = (actor: Actor): SQL =>
  and(eq(templateFolders.workspaceId, actor.workspaceId), isOfTeamOrOwn(actor, templateFolders.ownerId))!;

const isOfTeamOrOwn = (actor: Actor, owner: typeof templates.ownerId | typeof templateFolders.ownerId): SQL =>
  or(isNull(owner), eq(owner, actor.memberId))!;

/** Folders of the same side, the team's or one member's: where a name stands once. */
export const foldersBeside = (tx: Database, { workspaceId, ownerId }: Owned & { workspaceId: string }) =>
  tx
    .select({ id: templateFolders.id, name: templateFolders.name })
    .from(templateFolders)
    .where(
      and(
        eq(templateFolders.workspaceId, workspaceId),
        ownerId === null ? isNull(templateFolders.ownerId) : eq(templateFolders.ownerId, ownerId),
      ),
    );

/** The own by their owner, the team's by managers and admins. */
export const mayChange = (actor: Actor, { ownerId }: Owned): boolean =>
  ownerId === null ? roleMay(actor.role, "template.share") : ownerId === actor.memberId;

/** @throws AppError `forbidden` */
export function requireMayChange(actor: Actor, row: Owned): void {
  if (!mayChange(actor, row)) throw new AppError("forbidden");
}

/** A template that the actor may change, locked. @throws AppError `not_found` (template), `forbidden` */
export async function lockTemplate(tx: Database, actor: Actor, templateId: string) {
  const [row] = await tx
    .select()
    .from(templates)
    .where(and(eq(templates.id, templateId), isVisible(actor), isNull(templates.removedAt)))
    .for("update");
  if (!row) throw new AppError("not_found", { reason: "template" });
  requireMayChange(actor, row);
  return row;
}

/** A folder that the actor may change, locked. @throws AppError `not_found` (template_folder), `forbidden` */
export async function lockFolder(tx: Database, actor: Actor, folderId: string) {
  const [row] = await tx
    .select()
    .from(templateFolders)
    .where(and(eq(templateFolders.id, folderId), isFolderVisible(actor)))
    .for("update");
  if (!row) throw new AppError("not_found", { reason: "template_folder" });
  requireMayChange(actor, row);
  return row;
}
