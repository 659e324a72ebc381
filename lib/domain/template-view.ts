import type { VariableSource } from "./template-variables";

/** A folder as its readers see it; `isShared` is the team's. */
export type TemplateFolderView = { id: string; name: string; isShared: boolean; mayChange: boolean };

export type TemplateView = {
  id: string;
  folderId: string | null;
  isShared: boolean;
  mayChange: boolean;
  name: string;
  shortcut: string;
  bodyHtml: string;
};

/**
 * What became of a template's uses. `uses`: replies written with it that were not taken back and did not fail; `sent`: those
 * that have left; `answered`: those after which somebody of the other side wrote in the thread, automatic mail apart.
 */
export type TemplateFigures = { uses: number; sent: number; answered: number };

export type TemplateItem = TemplateView & { figures: TemplateFigures };
export type TemplateLists = { folders: TemplateFolderView[]; templates: TemplateItem[] };

/** What a composer offers, and what fills variables in a reply of its thread. */
export type TemplatesForThread = {
  folders: TemplateFolderView[];
  templates: TemplateView[];
  source: VariableSource;
};

/** A lead to look at a template with, as its newest thread would fill it. */
export type PreviewLead = { threadId: number; name: string; email: string; company: string; source: VariableSource };
