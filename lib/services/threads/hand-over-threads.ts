import { idOfPress } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import type { TriageChange } from "@/lib/domain/triage";
import type { Actor } from "@/lib/services/context";
import { insertNote } from "@/lib/services/notes/insert-note";
import { tellMembers, type Told } from "@/lib/services/notifications/tell-members";

type Handed = { change: TriageChange; changedIds: number[]; heldIds: number[]; at: Date };

/**
 * Tells the new owner of threads that were given to them, and writes what was said along as a note of each, also of those that were
 * theirs already. The note stays when the giving is undone, and a press that is repeated, since its answer got lost, writes no second one.
 */
export async function handOverThreads(tx: Database, actor: Actor, { change, changedIds, heldIds, at }: Handed) {
  if (change.kind !== "assignee") return;
  const { assigneeId: memberId, note: text, pressId } = change;
  const told: Told[] = [];
  if (text !== undefined)
    for (const threadId of heldIds) {
      const id = idOfPress(pressId, [actor.memberId, threadId, memberId, text]);
      const note = await insertNote(tx, actor, { id, threadId, text, at });
      if (note && memberId !== null) told.push({ memberId, kind: "handed_over", threadId, subjectId: id });
    }
  else if (memberId !== null)
    told.push(...changedIds.map((threadId) => ({ memberId, kind: "assigned" as const, threadId })));
  await tellMembers(tx, { workspaceId: actor.workspaceId, byId: actor.memberId, at }, told);
}
