import { z } from "zod";

const line = (maximum: number) =>
  z
    .string()
    .overwrite((value) => value.toWellFormed())
    .trim()
    .max(maximum)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "control_character");

const name = line(80).min(1);
/** What is typed behind "/": one word. */
const shortcut = line(40).refine((text) => !/[\s/]/.test(text), "one_word");
const bodyHtml = z
  .string()
  .overwrite((value) => value.toWellFormed())
  .max(200_000)
  .refine((html) => !html.includes("\0"), "nul")
  .refine((html) => html.replace(/<[^<>]*>|&nbsp;|\s/g, "") !== "", "empty");

const written = { name, shortcut, bodyHtml, folderId: z.uuid().nullable(), isShared: z.boolean() };

/** `isShared`: for the whole team, which only managers and admins may write for. A folder must be of the same side. */
export const AddTemplateInput = z.strictObject(written);
export type AddTemplateInput = z.infer<typeof AddTemplateInput>;
export const UpdateTemplateInput = z.strictObject({ templateId: z.uuid(), ...written });
export type UpdateTemplateInput = z.infer<typeof UpdateTemplateInput>;
export const RemoveTemplateInput = z.strictObject({ templateId: z.uuid() });
export type RemoveTemplateInput = z.infer<typeof RemoveTemplateInput>;

export const AddTemplateFolderInput = z.strictObject({ name, isShared: z.boolean() });
export type AddTemplateFolderInput = z.infer<typeof AddTemplateFolderInput>;
export const RenameTemplateFolderInput = z.strictObject({ folderId: z.uuid(), name });
export type RenameTemplateFolderInput = z.infer<typeof RenameTemplateFolderInput>;
export const RemoveTemplateFolderInput = z.strictObject({ folderId: z.uuid() });
export type RemoveTemplateFolderInput = z.infer<typeof RemoveTemplateFolderInput>;

export const ListTemplatesInput = z.strictObject({});
export type ListTemplatesInput = z.infer<typeof ListTemplatesInput>;
export const TemplatesForThreadInput = z.strictObject({ threadId: z.coerce.number().int().positive() });
export type TemplatesForThreadInput = z.infer<typeof TemplatesForThreadInput>;
/** Leads to look at a template with: those whose name, address or company begins so, else the newest that wrote. */
export const ListPreviewLeadsInput = z.strictObject({
  q: z
    .string()
    .max(200)
    .overwrite((value) => value.replaceAll("\0", "").toWellFormed())
    .trim()
    .default(""),
});
export type ListPreviewLeadsInput = z.infer<typeof ListPreviewLeadsInput>;
