import type { ActionResult } from "@/lib/actions/action";
import { cancelWanted, remindOf, snooze } from "@/lib/actions/reminders";
import { triage } from "@/lib/actions/threads";
import type { ReminderOutcome } from "@/lib/domain/reminder";
import type { ThreadChange, WantedChange } from "@/lib/domain/thread-change";
import type { MessageCounts, TriageOutcome } from "@/lib/domain/triage";

type Outcome = Pick<TriageOutcome, "changed" | "unchanged">;

/**
 * Asks the server for a change of threads: what is everybody's, or when they come back to the viewer.
 * @param known as much as the viewer was shown of them, also of others
 */
export function sendChange(
  threadIds: number[],
  change: ThreadChange,
  known: MessageCounts,
): Promise<ActionResult<Outcome>> {
  const messageCounts = Object.fromEntries(threadIds.flatMap((id) => (id in known ? [[id, known[id]!]] : [])));
  if (change.kind !== "snooze" && change.kind !== "reminder") return triage({ threadIds, change, messageCounts });
  return sendWanted({ threadIds, messageCounts }, change);
}

type Asked = { threadIds: number[]; messageCounts: MessageCounts };

function sendWanted(asked: Asked, { kind, wanted }: WantedChange): Promise<ActionResult<ReminderOutcome>> {
  if (wanted === null) return cancelWanted({ kind, threadIds: asked.threadIds });
  const { until, condition, note } = wanted;
  return kind === "snooze" ? snooze({ ...asked, until, condition }) : remindOf({ ...asked, until, condition, note });
}
