import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadActions } from "@/lib/db/schema";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Actor } from "../context";
import { recordEach } from "../record-each";

/** `refused`: a closed word for why Smartlead cannot be told at all. The payload speaks Smartlead's own words. */
export type ToCarryOver = {
  connectionId: string;
  threadId: number | null;
  payload: Record<string, unknown>;
  refused?: string;
};

/** Only the last of them counts: one that has not begun gives way to the next. */
const REPLACED: readonly SmartleadAction[] = ["category", "read_state", "team_member"];

/** What is done there alone; the rest is the echo of what the history here tells already. */
const ORDERS: readonly SmartleadAction[] = ["task", "reminder", "pause", "resume"];

/**
 * Writes down what was done here, to be carried over to Smartlead, in the transaction that does it: rows that show how it stands, and
 * jobs. Nobody waits for Smartlead.
 */
export async function carryOver(
  tx: Database,
  by: Pick<Actor, "workspaceId"> & Partial<Actor>,
  kind: SmartleadAction,
  wanted: ToCarryOver[],
): Promise<void> {
  if (wanted.length === 0) return;
  const threadIds = wanted.flatMap(({ threadId }) => threadId ?? []);
  if (REPLACED.includes(kind) && threadIds.length > 0)
    await tx
      .delete(smartleadActions)
      .where(
        and(
          inArray(smartleadActions.threadId, threadIds),
          eq(smartleadActions.kind, kind),
          eq(smartleadActions.state, "pending"),
          eq(smartleadActions.attempts, 0),
        ),
      );
  await tx.insert(smartleadActions).values(
    wanted.map(({ connectionId, threadId, payload, refused }) => ({
      workspaceId: by.workspaceId,
      connectionId,
      threadId,
      memberId: by.memberId ?? null,
      kind,
      payload,
      ...(refused ? { state: "refused" as const, reason: refused, settledAt: new Date() } : {}),
    })),
  );
  if (by.memberId && ORDERS.includes(kind))
    await recordEach(
      tx,
      by,
      "smartlead.ordered",
      wanted.map(({ threadId }) => ({ ...(threadId === null ? {} : { threadId }), data: { kind } })),
    );
  for (const { connectionId, threadId, refused } of wanted)
    if (!refused) await enqueue(tx, JOBS.carrySmartleadActions, { connectionId, threadId });
}
