import { and, asc, eq, exists, inArray, isNull, not, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import type { HandOverOutcome } from "@/lib/domain/schedule-item";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Actor } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import { wantedBackBy } from "./wanted-back-by";

type Handed = { threads: HandOverOutcome["threads"]; named: string[]; memberId: string | null };

/**
 * Those that are named, and the former owners' in their threads. Who wants the thread back already keeps their own time, and of several
 * of a kind the one that is named goes; nobody is reminded of nothing.
 */
export async function handReminders(tx: Database, actor: Actor, { threads, named, memberId }: Handed) {
  if (memberId === null) return [];
  const former = threads.flatMap(({ threadId, before }) =>
    before ? [and(eq(threadReminders.threadId, threadId), eq(threadReminders.memberId, before))] : [],
  );
  const found = await tx
    .select({
      id: threadReminders.id,
      threadId: threadReminders.threadId,
      kind: threadReminders.kind,
      before: threadReminders.memberId,
    })
    .from(threadReminders)
    .where(
      and(
        eq(threadReminders.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, threadReminders.threadId),
        or(inArray(threadReminders.id, named), ...former),
        isNull(threadReminders.firedAt),
        isNull(threadReminders.closedAt),
        not(exists(wantedBackBy(tx, memberId))),
      ),
    )
    .orderBy(asc(threadReminders.id))
    .for("update");
  const ofKind = Map.groupBy(found, ({ threadId, kind }) => `${kind} ${threadId}`);
  const rows = [...ofKind.values()].map((each) => each.find(({ id }) => named.includes(id)) ?? each[0]!);
  if (rows.length === 0) return [];
  await tx
    .update(threadReminders)
    .set({ memberId })
    .where(
      inArray(
        threadReminders.id,
        rows.map(({ id }) => id),
      ),
    );
  const subjects = rows.map(({ id, threadId, before }) => ({
    threadId,
    subjectId: id,
    data: { from: before, to: memberId },
  }));
  await recordEach(tx, actor, "reminder.handed", subjects);
  return rows.map(({ id, threadId, before }) => ({ id, threadId, before, after: memberId }));
}
