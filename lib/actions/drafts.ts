"use server";

import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { DiscardDraftInput, SaveDraftInput } from "@/lib/services/drafts/schemas";
import { action } from "./action";

export const save = action(SaveDraftInput, saveDraft);
export const discard = action(DiscardDraftInput, discardDraft);
