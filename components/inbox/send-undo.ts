import type { ActionResult } from "@/lib/actions/action";
import { undoReminders } from "@/lib/actions/reminders";
import { undoTriage } from "@/lib/actions/threads";
import type { ThreadChange } from "@/lib/domain/thread-change";
import type { TriagedThread, UndoOutcome } from "@/lib/domain/triage";
import type { UndoRemindersInput } from "@/lib/services/reminders/schemas";
import type { UndoTriageInput } from "@/lib/services/threads/schemas";

/** Asks the server to take back what it answered as changed. */
export const sendUndo = (kind: ThreadChange["kind"], items: TriagedThread[]): Promise<ActionResult<UndoOutcome>> =>
  kind === "snooze" || kind === "reminder"
    ? undoReminders({ kind, items } as UndoRemindersInput)
    : undoTriage({ kind, items } as UndoTriageInput);
