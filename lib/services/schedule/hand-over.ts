import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threadReminders } from "@/lib/db/schema";
import type { HandOverOutcome } from "@/lib/domain/schedule-item";
import { may, type Actor, type Context } from "@/lib/services/context";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { handReminders } from "./hand-reminders";
import type { HandOverInput } from "./schemas";

/**
 * Gives threads, with what is planned in them, to another of the team. The thread's owner changes, and with it who sees its replies in
 * their lane; the former owner's reminders in it become the new one's. Who wrote a reply stays its author: the words and the order to
 * send them are that person's, also before the lead, and the history says so.
 * @returns with whom each was, which `takeBackHandOver` hands back
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
