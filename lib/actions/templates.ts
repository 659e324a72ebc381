"use server";

import { addTemplate as addTemplateVerb } from "@/lib/services/templates/add-template";
import { addTemplateFolder as addTemplateFolderVerb } from "@/lib/services/templates/add-template-folder";
import { removeTemplate as removeTemplateVerb } from "@/lib/services/templates/remove-template";
import { removeTemplateFolder as removeTemplateFolderVerb } from "@/lib/services/templates/remove-template-folder";
import { renameTemplateFolder as renameTemplateFolderVerb } from "@/lib/services/templates/rename-template-folder";
import {
  AddTemplateFolderInput,
  AddTemplateInput,
  RemoveTemplateFolderInput,
  RemoveTemplateInput,
  RenameTemplateFolderInput,
  UpdateTemplateInput,
} from "@/lib/services/templates/schemas";
import { updateTemplate as updateTemplateVerb } from "@/lib/services/templates/update-template";
import { action } from "./action";

export const addTemplate = action(AddTemplateInput, addTemplateVerb);
export const updateTemplate = action(UpdateTemplateInput, updateTemplateVerb);
export const removeTemplate = action(RemoveTemplateInput, removeTemplateVerb);
export const addTemplateFolder = action(AddTemplateFolderInput, addTemplateFolderVerb);
export const renameTemplateFolder = action(RenameTemplateFolderInput, renameTemplateFolderVerb);
export const removeTemplateFolder = action(RemoveTemplateFolderInput, removeTemplateFolderVerb);
