import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders, threads } from "@/lib/db/schema";
import { moveBehindReturn } from "@/lib/services/follow-ups/move-behind-return";
import { stopAnsweredChains } from "@/lib/services/follow-ups/stop-answered-chains";
import { tellFollowers } from "@/lib/services/followers/tell-followers";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import type { Incoming } from "./direction-of-message";

/** A message of the other side that is stored in a thread; `leadId` is whose that is. */
export type Arrival = { message: Incoming; threadId: number; leadId: string | null; at: Date };

/**
 * What messages of the other side mean for what waits: an answer ends follow-ups and reminders that wait for none and
 * brings a snoozed thread back, and is told to who follows the thread; an absence note of the one who is written to moves
 * follow-ups. In the transaction that stores them; all are of one workspace.
 */
export async function followIncoming(tx: Database, arrivals: Arrival[]): Promise<void> {
  const answers = arrivals.filter(({ message }) => !message.isAutomatic);
  const [last] = answers.slice(-1);
  if (last) {
    const { workspaceId } = last.message;
    for (const where of await remindedAmong(tx, answers)) await closeAnsweredReminders(tx, where);
    const written = answers.map(({ message, ...where }) => ({ ...where, from: message.from?.address ?? "" }));
    await stopAnsweredChains(tx, { workspaceId, answers: written, at: last.at });
    const threadIds = answers.map(({ threadId }) => threadId);
    await tellFollowers(tx, { workspaceId, threadIds, at: last.at });
  }
  for (const { message, ...where } of arrivals) {
    const { workspaceId, isAutomatic, returnDate, from } = message;
    if (isAutomatic && returnDate !== null && from)
      await moveBehindReturn(tx, { workspaceId, ...where, from, returnDate });
  }
}

/** Those in whose thread, or in another one of whose lead, somebody has a reminder or a snooze that is open. */
async function remindedAmong(tx: Database, answers: Arrival[]): Promise<Arrival[]> {
  const threadIds = sql.param(answers.map(({ threadId }) => threadId));
  const leadIds = sql.param([...new Set(answers.flatMap(({ leadId }) => leadId ?? []))]);
  const reminded = await tx
    .select({ threadId: threads.id, leadId: threads.leadId })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .where(
      and(
        isNull(threadReminders.closedAt),
        sql`${threadReminders.threadId} in (select unnest(${threadIds}::bigint[])
          union all select id from threads where lead_id = any(${leadIds}::uuid[]))`,
      ),
    );
  const isReminded = (answer: Arrival) =>
    reminded.some(
      ({ threadId, leadId }) => threadId === answer.threadId || (leadId !== null && leadId === answer.leadId),
    );
  return answers.filter(isReminded);
}
