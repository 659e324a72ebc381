"use server";

import { attachThread } from "@/lib/services/threads/attach-thread";
import { detachThread } from "@/lib/services/threads/detach-thread";
import { markThreadRead } from "@/lib/services/threads/mark-thread-read";
import { AttachThreadInput, MarkThreadReadInput, TriageInput, UndoTriageInput } from "@/lib/services/threads/schemas";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage as undoTriageVerb } from "@/lib/services/threads/undo-triage";
import { action } from "./action";

export const markRead = action(MarkThreadReadInput, markThreadRead);
export const triage = action(TriageInput, triageThreads);
export const undoTriage = action(UndoTriageInput, undoTriageVerb);
export const attach = action(AttachThreadInput, attachThread);
export const detach = action(AttachThreadInput, detachThread);
