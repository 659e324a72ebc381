import { and, eq, lt, min, ne } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { smartleadActions, smartleadConnections } from "@/lib/db/schema";
import type { WorkerDeps } from "./deps";
import { carrySmartleadActions } from "./handlers/carry-smartlead-actions";

const AT_ONCE = 50;
/** Until then its job is believed to come. */
const OVERDUE_MS = 10_000;

/** Carries over what no job comes for any more: what waits for another try, and what was held by an account that is right again. */
export async function sweepSmartleadActions(deps: WorkerDeps, signal?: AbortSignal): Promise<void> {
  const { connectionId, threadId, state, createdAt } = smartleadActions;
  const queues = await deps.db
    .select({ connectionId, threadId, since: min(createdAt) })
    .from(smartleadActions)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, connectionId))
    .where(
      and(
        eq(state, "pending"),
        lt(createdAt, new Date(deps.now().getTime() - OVERDUE_MS)),
        ne(smartleadConnections.state, "disconnected"),
      ),
    )
    .groupBy(connectionId, threadId)
    .orderBy(min(createdAt))
    .limit(AT_ONCE);
  for (const queue of queues) {
    if (signal?.aborted) return;
    await carrySmartleadActions(deps, queue).catch((error: unknown) =>
      log.warn({ threadId: queue.threadId, err: error }, "what was done is not carried over yet"),
    );
  }
}
