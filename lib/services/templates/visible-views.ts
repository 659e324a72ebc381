import { and, asc, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { templateFolders, templates } from "@/lib/db/schema";
import type { TemplateFolderView, TemplateView } from "@/lib/domain/template-view";
import type { Actor } from "../context";
import { isFolderVisible, isVisible, mayChange } from "./visible-templates";

/** Folders and templates that somebody sees, by name. */
export async function visibleViews(
  db: Database,
  actor: Actor,
): Promise<{ folders: TemplateFolderView[]; templates: TemplateView[] }> {
  const [folders, rows] = await Promise.all([
    db
      .select()
      .from(templateFolders)
      .where(isFolderVisible(actor))
      .orderBy(asc(sql`lower(${templateFolders.name})`), asc(templateFolders.id)),
    db
      .select()
      .from(templates)
      .where(and(isVisible(actor), isNull(templates.removedAt)))
      .orderBy(asc(sql`lower(${templates.name})`), asc(templates.id)),
  ]);
  const sideOf = (row: { ownerId: string | null }) => ({
    isShared: row.ownerId === null,
    mayChange: mayChange(actor, row),
  });
  return {
    folders: folders.map((row) => ({ id: row.id, name: row.name, ...sideOf(row) })),
    templates: rows.map((row) => {
      const { id, folderId, name, shortcut, bodyHtml } = row;
      return { id, folderId, name, shortcut, bodyHtml, ...sideOf(row) };
    }),
  };
}
