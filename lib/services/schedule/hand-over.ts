import { and, eq, exists, inArray, isNull, not, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { replies, threadReminders } from "@/lib/db/schema";
import type { HandOverOutcome } from "@/lib/domain/schedule-item";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import type { HandOverInput } from "./schemas";

/**
 * Gives threads, with what is planned in them, to another of the team. The thread's owner changes, and with it who sees its replies in
 * their lane; the former owner's reminders in it become the new one's. Who wrote a reply stays its author: the words and the order to
 * send them are that person's, also before the lead, and the history says so.
 * @returns with whom each was; the same verb hands it back
 * @throws AppError `forbidden`, `not_found` with reason `member`
 */
export async function handOver({ actor, db, now }: Context, input: HandOverInput): Promise<HandOverOutcome> {
  may(actor, "schedule.team");
  const { items, memberId } = input;
  return db.transaction(async (tx) => {
    const threadIds = await threadsNamed(tx, actor, items);
    if (threadIds.length === 0) return { threads: [], reminders: [] };
    const { changed } = await triageThreads(
      { actor, db: tx, now },
      { threadIds, change: { kind: "assignee", assigneeId: memberId } },
    );
    const threads = changed.map(({ threadId, before }) => ({
      threadId,
      before: before as string | null,
      after: memberId,
    }));
    const named = items.flatMap(({ kind, id }) => (kind === "reminder" || kind === "snooze" ? [id] : []));
    return { threads, reminders: await handReminders(tx, actor, { threads, named, memberId }) };
  });
}

/** The threads that the items mean, in the actor's workspace. */
async function threadsNamed(tx: Database, { workspaceId }: Actor, items: HandOverInput["items"]): Promise<number[]> {
  const numbers = items.flatMap((item) => (item.kind === "thread" ? [item.id] : []));
  const replyIds = items.flatMap((item) => (item.kind === "reply" ? [item.id] : []));
  const reminderIds = items.flatMap((item) => (item.kind === "reminder" || item.kind === "snooze" ? [item.id] : []));
  const ofReplies = await tx
    .select({ threadId: replies.threadId })
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.id, replyIds)));
  const ofReminders = await tx
    .select({ threadId: threadReminders.threadId })
    .from(threadReminders)
    .where(and(eq(threadReminders.workspaceId, workspaceId), inArray(threadReminders.id, reminderIds)));
  return [...new Set([...numbers, ...[...ofReplies, ...ofReminders].map(({ threadId }) => threadId)])];
}

type Handed = { threads: HandOverOutcome["threads"]; named: string[]; memberId: string | null };

/**
 * Those that are named, and the former owners' in their threads. Who wants the thread back already keeps their own time; nobody is
 * reminded of nothing.
 */
async function handReminders(tx: Database, actor: Actor, { threads, named, memberId }: Handed) {
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
