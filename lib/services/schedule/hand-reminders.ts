import { and, eq, exists, inArray, isNull, not, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import type { HandOverOutcome } from "@/lib/domain/schedule-item";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Actor } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";

type Handed = { threads: HandOverOutcome["threads"]; named: string[]; memberId: string | null };

/**
 * Those that are named, and the former owners' in their threads. Who wants the thread back already keeps their own time; nobody is
 * reminded of nothing.
 */
export async function handReminders(tx: Database, actor: Actor, { threads, named, memberId }: Handed) {
  if (memberId === null) return [];
  const former = threads.flatMap(({ threadId, before }) =>
    before ? [and(eq(threadReminders.threadId, threadId), eq(threadReminders.memberId, before))] : [],
  );
  const own = alias(threadReminders, "own");
  const wantsBack = tx
    .select({ one: sql`1` })
    .from(own)
    .where(
      and(
        eq(own.threadId, threadReminders.threadId),
        eq(own.kind, threadReminders.kind),
        eq(own.memberId, memberId),
        isNull(own.closedAt),
      ),
    );
  const rows = await tx
    .select({ id: threadReminders.id, threadId: threadReminders.threadId, before: threadReminders.memberId })
    .from(threadReminders)
    .where(
      and(
        eq(threadReminders.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, threadReminders.threadId),
        or(inArray(threadReminders.id, named), ...former),
        isNull(threadReminders.firedAt),
        isNull(threadReminders.closedAt),
        not(exists(wantsBack)),
      ),
    )
    .for("update");
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
  const data = { to: memberId };
  const subjects = rows.map(({ id, threadId }) => ({ threadId, subjectId: id, data }));
  await recordEach(tx, actor, "reminder.handed", subjects);
  return rows.map((row) => ({ ...row, after: memberId }));
}
