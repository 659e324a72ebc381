"use server";

import { addNote as addVerb } from "@/lib/services/notes/add-note";
import { editNote as editVerb } from "@/lib/services/notes/edit-note";
import { removeNote as removeVerb } from "@/lib/services/notes/remove-note";
import { AddNoteInput, EditNoteInput, RemoveNoteInput } from "@/lib/services/notes/schemas";
import { action } from "./action";

export const addNote = action(AddNoteInput, addVerb);
export const editNote = action(EditNoteInput, editVerb);
export const removeNote = action(RemoveNoteInput, removeVerb);
