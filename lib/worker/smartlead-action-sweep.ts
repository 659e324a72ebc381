import { sql } from "drizzle-orm";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { smartleadActions, smartleadConnections } from "@/lib/db/schema";
import { dueAtInSql } from "@/lib/services/smartlead/action-due";
import type { WorkerDeps } from "./deps";
import { carrySmartleadActions, type Queue } from "./handlers/carry-smartlead-actions";

/** Accounts whose actions are carried over at the same time, and queues of one account in a round: none waits for another's. */
const ACCOUNTS_AT_ONCE = 4;
const QUEUES_EACH = 10;
/** Until then its job is believed to come. */
const OVERDUE_MS = 10_000;

/** Carries over what no job comes for any more: what waits for another try, and what was held by an account that is right again. */
export async function sweepSmartleadActions(deps: WorkerDeps, signal?: AbortSignal): Promise<void> {
  const accounts = [...Map.groupBy(await dueQueues(deps), ({ connectionId }) => connectionId).values()];
  const work = async () => {
    for (let queues = accounts.shift(); queues; queues = accounts.shift())
      for (const queue of queues) {
        if (signal?.aborted) return;
        await carrySmartleadActions(deps, queue).catch((error: unknown) =>
          log.warn({ threadId: queue.threadId, err: error }, "what was done is not carried over yet"),
        );
      }
  };
  await Promise.all(Array.from({ length: ACCOUNTS_AT_ONCE }, work));
}

/** Queues of accounts that take something whose first action is due, the oldest of each account. */
async function dueQueues({ db, now }: { db: Database; now: WorkerDeps["now"] }): Promise<Queue[]> {
  const { connectionId, threadId, createdAt, state, id } = smartleadActions;
  const { rows } = await db.execute<{ connection_id: string; thread_id: string | null }>(sql`
    with heads as (
      select distinct on (${connectionId}, ${threadId})
        ${connectionId} as connection_id, ${threadId} as thread_id, ${createdAt} as since, ${dueAtInSql} as due_at
      from ${smartleadActions}
      join ${smartleadConnections} on ${smartleadConnections.id} = ${connectionId}
      where ${state} = 'pending'
        and ${smartleadConnections.key} is not null and ${smartleadConnections.state} <> 'disconnected'
        and not (${smartleadConnections.state} = 'failing' and ${smartleadConnections.stateReason} is not distinct from 'auth')
      order by ${connectionId}, ${threadId}, ${createdAt}, ${id}
    ), ranked as (
      select *, row_number() over (partition by connection_id order by since) as place
      from heads
      where since < ${new Date(now().getTime() - OVERDUE_MS)} and due_at <= ${now()}
    )
    select connection_id, thread_id from ranked where place <= ${QUEUES_EACH} order by place, since`);
  return rows.map((row) => ({
    connectionId: row.connection_id,
    threadId: row.thread_id === null ? null : Number(row.thread_id),
  }));
}
