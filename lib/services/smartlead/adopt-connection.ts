import { and, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns, smartleadConnections, smartleadMailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import type { ConnectionRow } from "./connection-of";
import { sealKey, smartleadSecrets } from "./smartlead-secrets";

/**
 * A new key may open an account that is known here. Then the former connection takes the key, with all its history, and the new one
 * goes: nothing is doubled.
 * @returns the connection that is the account's from now on
 */
export async function adoptConnection(
  db: Database,
  fresh: ConnectionRow,
  opened: { campaignIds: string[]; mailboxIds: string[] },
): Promise<ConnectionRow> {
  return db.transaction(async (tx) => {
    const both = await tx
      .select()
      .from(smartleadConnections)
      .where(eq(smartleadConnections.workspaceId, fresh.workspaceId))
      .orderBy(smartleadConnections.id)
      .for("update");
    const present = both.find(({ id }) => id === fresh.id);
    const formerId = present && (await ownerOf(tx, present, opened));
    const former = both.find(({ id }) => id === formerId);
    const key = present && smartleadSecrets(present).key;
    if (!present || !former || !key) return present ?? fresh;
    const [row] = await tx
      .update(smartleadConnections)
      .set({
        ...sealKey(former.id, key),
        state: "new",
        stateReason: null,
        stateDetail: null,
        nextAttemptAt: null,
        disconnectedAt: null,
      })
      .where(eq(smartleadConnections.id, former.id))
      .returning();
    await tx.delete(smartleadConnections).where(eq(smartleadConnections.id, present.id));
    await notifyChange(tx, { workspaceId: fresh.workspaceId, kind: "smartlead" });
    return row!;
  });
}

/** Another connection that holds what this one opens; one that holds campaigns itself is nobody's double. */
async function ownerOf(
  tx: Database,
  { id, workspaceId }: ConnectionRow,
  { campaignIds, mailboxIds }: { campaignIds: string[]; mailboxIds: string[] },
): Promise<string | null> {
  if ((await tx.$count(smartleadCampaigns, eq(smartleadCampaigns.connectionId, id))) > 0) return null;
  const find = async (table: typeof smartleadCampaigns | typeof smartleadMailboxes, remoteIds: string[]) => {
    if (remoteIds.length === 0) return null;
    const [found] = await tx
      .select({ connectionId: table.connectionId })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), ne(table.connectionId, id), inArray(table.remoteId, remoteIds)))
      .limit(1);
    return found?.connectionId ?? null;
  };
  return (await find(smartleadCampaigns, campaignIds)) ?? (await find(smartleadMailboxes, mailboxIds));
}
