import type { ActionResult } from "@/lib/actions/action";
import { cancelWanted, remindOf, snooze } from "@/lib/actions/reminders";
import { triage } from "@/lib/actions/threads";
import type { ReminderOutcome } from "@/lib/domain/reminder";
import type { ThreadChange, WantedChange } from "@/lib/domain/thread-change";
import type { TriageOutcome } from "@/lib/domain/triage";

type Outcome = Pick<TriageOutcome, "changed" | "unchanged">;

/** Asks the server for a change of threads: what is everybody's, or when they come back to the viewer. */
export function sendChange(threadIds: number[], change: ThreadChange): Promise<ActionResult<Outcome>> {
  if (change.kind !== "snooze" && change.kind !== "reminder") return triage({ threadIds, change });
  return sendWanted(threadIds, change);
}

function sendWanted(threadIds: number[], { kind, wanted }: WantedChange): Promise<ActionResult<ReminderOutcome>> {
  if (wanted === null) return cancelWanted({ kind, threadIds });
  const { until, condition, note } = wanted;
  return kind === "snooze" ? snooze({ threadIds, until, condition }) : remindOf({ threadIds, until, condition, note });
}
