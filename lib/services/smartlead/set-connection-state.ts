import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "@/lib/services/record";

export type ConnectionFailure = "auth" | "network" | "limit" | "server";
type State =
  { state: "connected" } | { state: "failing"; reason: ConnectionFailure; detail: string; nextAttemptAt: Date };

/**
 * Writes how a connection stands. `stateSince` moves, and screens hear of it, only when state or reason change. What is
 * disconnected stays so; replies that wait are held and let go by the outbox, which looks at the state.
 * @param keyHash whose call it was: a key that was replaced meanwhile says nothing of the new one
 */
export async function setConnectionState(
  db: Database,
  { id, keyHash }: { id: string; keyHash: string },
  at: Date,
  next: State,
): Promise<void> {
  const reason = next.state === "failing" ? next.reason : null;
  await db.transaction(async (tx) => {
    const isIt = and(
      eq(smartleadConnections.id, id),
      eq(smartleadConnections.keyHash, keyHash),
      isNull(smartleadConnections.disconnectedAt),
    );
    const [row] = await tx.select().from(smartleadConnections).where(isIt).for("no key update");
    if (!row) return;
    const isNews = row.state !== next.state || row.stateReason !== reason;
    if (!isNews && next.state === "connected" && row.nextAttemptAt === null) return;
    await tx
      .update(smartleadConnections)
      .set({
        state: next.state,
        stateReason: reason,
        stateDetail: next.state === "failing" ? next.detail.slice(0, 500) : null,
        nextAttemptAt: next.state === "failing" ? next.nextAttemptAt : null,
        ...(isNews ? { stateSince: at } : {}),
      })
      .where(isIt);
    if (!isNews) return;
    const { workspaceId } = row;
    await record(tx, { workspaceId }, `smartlead.${next.state}`, { subjectId: id, data: { reason } });
    await notifyChange(tx, { workspaceId, kind: "smartlead" });
  });
}
