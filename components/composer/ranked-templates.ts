import { matchWords } from "@/components/commands/match-words";
import type { TemplateFolderView, TemplateView } from "@/lib/domain/template-view";

export type OfferedTemplate = TemplateView & { folder: string };

/** Templates with the names of their folders. */
export function withFolders(templates: TemplateView[], folders: TemplateFolderView[]): OfferedTemplate[] {
  const names = new Map(folders.map(({ id, name }) => [id, name]));
  return templates.map((template) => ({ ...template, folder: names.get(template.folderId ?? "") ?? "" }));
}

const MOST = 20;

/** Those that are meant by what was typed: by their shortcut first, then by their name, then by their folder. */
export function rankedTemplates(templates: OfferedTemplate[], typed: string): OfferedTemplate[] {
  if (typed === "") return templates.slice(0, MOST);
  return templates
    .map((template) => ({ template, score: scoreOf(template, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ template }) => template);
}

function scoreOf({ name, shortcut, folder }: OfferedTemplate, typed: string): number {
  const [short, begun] = [shortcut.toLowerCase(), typed.toLowerCase()];
  if (short === begun) return 2000;
  if (short !== "" && short.startsWith(begun)) return 1000;
  return matchWords(typed, name, folder)?.score ?? 0;
}
