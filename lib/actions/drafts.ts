"use server";

import { discardDraft } from "@/lib/services/drafts/discard-draft";
import { handDraft } from "@/lib/services/drafts/hand-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { DiscardDraftInput, HandDraftInput, SaveDraftInput, TakeBackDraftInput } from "@/lib/services/drafts/schemas";
import { takeBackDraft } from "@/lib/services/drafts/take-back-draft";
import { action } from "./action";

export const save = action(SaveDraftInput, saveDraft);
export const discard = action(DiscardDraftInput, discardDraft);
export const hand = action(HandDraftInput, handDraft);
export const takeBack = action(TakeBackDraftInput, takeBackDraft);
