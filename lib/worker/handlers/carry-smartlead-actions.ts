import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadActions, smartleadConnections } from "@/lib/db/schema";
import { isSmartleadOpen } from "@/lib/services/replies/smartlead-of-reply";
import { dueAtOf } from "@/lib/services/smartlead/action-due";
import { toldPayload } from "@/lib/services/smartlead/order-sequence";
import { beginAction, deferAction, settleAction, type ActionRow } from "@/lib/services/smartlead/settle-action";
import { SmartleadFault, type SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "../deps";
import { smartleadApiOf } from "../smartlead-api-of";

export type Queue = { connectionId: string; threadId: number | null };

/**
 * Carries over to Smartlead what waits for one thread (null: for the account as a whole), in the order in which it was done. The
 * first that has to wait holds up those behind it, and only those.
 */
export async function carrySmartleadActions(deps: WorkerDeps, queue: Queue): Promise<void> {
  await deps.db.transaction(async (held) => {
    // One worker a queue: the lock goes with this connection.
    const name = `carry:${queue.connectionId}:${queue.threadId ?? ""}`;
    const { rows } = await held.execute(sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`);
    if (rows[0]?.locked !== true) throw new Error("another worker carries this over");
    const [connection] = await deps.db
      .select()
      .from(smartleadConnections)
      .where(eq(smartleadConnections.id, queue.connectionId));
    if (!connection || !isSmartleadOpen(connection)) return;
    const api = smartleadApiOf(deps, connection);
    for (;;) {
      const action = await nextAction(deps.db, queue);
      if (!action || (action.attempts > 0 && dueAtOf(action) > deps.now())) return;
      if (!(await carry(deps, api, action))) return;
    }
  });
}

async function nextAction(db: Database, { connectionId, threadId }: Queue): Promise<ActionRow | undefined> {
  const [next] = await db
    .select()
    .from(smartleadActions)
    .where(
      and(
        eq(smartleadActions.connectionId, connectionId),
        threadId === null ? isNull(smartleadActions.threadId) : eq(smartleadActions.threadId, threadId),
        eq(smartleadActions.state, "pending"),
      ),
    )
    .orderBy(asc(smartleadActions.createdAt), asc(smartleadActions.id))
    .limit(1);
  return next;
}

/** Made twice, these would stand there twice. */
const ONCE = new Set<ActionRow["kind"]>(["note", "task", "reminder", "forward"]);

/** @returns whether the next one may follow */
async function carry({ db, now }: WorkerDeps, api: SmartleadApi, action: ActionRow): Promise<boolean> {
  // Who died while he called cannot say what became of it.
  const wasUnderWay = action.reason === "under_way";
  if (wasUnderWay && ONCE.has(action.kind)) {
    await settleAction(db, now, action, { state: "refused", reason: "unknown", detail: "" });
    return true;
  }
  try {
    await api.act({
      kind: action.kind === "read_state" ? "sync" : "person",
      action: action.kind,
      payload: toldPayload(action),
      // Not before: who dies while he waits for his turn has sent nothing.
      onTurn: async () => {
        if (!(await beginAction(db, action))) throw new NotWanted();
      },
    });
  } catch (error) {
    return error instanceof NotWanted || fail({ db, now }, action, error);
  }
  await settleAction(db, now, action, { state: "confirmed", reason: null, detail: "" });
  return true;
}

/** It gave way to a later one while it waited for its turn. */
class NotWanted extends Error {}

async function fail({ db, now }: WorkerDeps, action: ActionRow, error: unknown): Promise<boolean> {
  const { reason, response } = error instanceof SmartleadFault ? error : { reason: "internal" as const, response: "" };
  // A key that is refused is told by whoever reads or sends; what waits goes on when it is right again.
  if (reason === "auth" || reason === "limit") {
    await deferAction(db, action, { reason, detail: response, costsATry: false });
    return false;
  }
  const mayHaveHappened = reason === "timeout" || reason === "server";
  const isFinal = reason === "refused" || reason === "not_found";
  if (isFinal || (mayHaveHappened && ONCE.has(action.kind)) || action.attempts + 1 >= 8) {
    const word = mayHaveHappened && ONCE.has(action.kind) ? "unknown" : reason;
    await settleAction(db, now, action, { state: "refused", reason: word, detail: response });
    return true;
  }
  await deferAction(db, action, { reason, detail: response, costsATry: true });
  return false;
}
