import type { TemplateFolderView, TemplateItem, TemplateLists } from "@/lib/domain/template-view";

/** What the list can show: everything, a side without its folders' names, or one folder. */
export type Shelf =
  { kind: "all" } | { kind: "own" } | { kind: "team" } | { kind: "folder"; folder: TemplateFolderView };

export const shelfKey = (shelf: Shelf): string => (shelf.kind === "folder" ? shelf.folder.id : shelf.kind);

/** All shelves in the order in which they stand: each side is followed by its folders. */
export function shelvesOf({ folders }: Pick<TemplateLists, "folders">): Shelf[] {
  const inside = (isShared: boolean): Shelf[] =>
    folders.filter((folder) => folder.isShared === isShared).map((folder) => ({ kind: "folder", folder }));
  return [{ kind: "all" }, { kind: "own" }, ...inside(false), { kind: "team" }, ...inside(true)];
}

export function isOn(shelf: Shelf, template: TemplateItem): boolean {
  switch (shelf.kind) {
    case "all":
      return true;
    case "own":
      return !template.isShared;
    case "team":
      return template.isShared;
    case "folder":
      return template.folderId === shelf.folder.id;
  }
}

/** Where a new template begins: on the shelf that is looked at, where the person may write. */
export function placeFor(shelf: Shelf, mayShare: boolean): { folderId: string | null; isShared: boolean } {
  if (shelf.kind === "folder" && shelf.folder.mayChange)
    return { folderId: shelf.folder.id, isShared: shelf.folder.isShared };
  return { folderId: null, isShared: shelf.kind === "team" && mayShare };
}
