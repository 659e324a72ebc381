import { and, asc, eq, gte, isNull, lt } from "drizzle-orm";
import { threadReminders, threads } from "@/lib/db/schema";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { type FoundItem, PLAIN, type SpanFilter } from "./found-item";

/** The reader's own reminders and snoozes of a span that nobody has closed; those of others are nobody else's business. */
export async function remindersOfSpan(
  { actor, db }: Context,
  { from, to, mailboxId, memberId }: SpanFilter,
  limit: number,
): Promise<FoundItem[]> {
  if (memberId && memberId !== actor.memberId) return [];
  const rows = await db
    .select({
      id: threadReminders.id,
      kind: threadReminders.kind,
      at: threadReminders.remindAt,
      threadId: threadReminders.threadId,
      words: threadReminders.note,
      comesUp: threadReminders.condition,
    })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .where(
      and(
        eq(threadReminders.workspaceId, actor.workspaceId),
        inScope(actor),
        eq(threadReminders.memberId, actor.memberId),
        isNull(threadReminders.closedAt),
        gte(threadReminders.remindAt, from),
        lt(threadReminders.remindAt, to),
        mailboxId ? eq(threads.mailboxId, mailboxId) : undefined,
      ),
    )
    .orderBy(asc(threadReminders.remindAt), asc(threadReminders.id))
    .limit(limit);
  const person = { id: actor.memberId, name: actor.name };
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...PLAIN, ...row, at: at.toISOString(), person }] : []));
}
