import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  smartleadActions,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMailboxes,
  smartleadMessages,
} from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import type { ConnectionRow } from "./connection-of";
import { deleteConnection } from "./delete-connection";
import { sealKey, smartleadSecrets } from "./smartlead-secrets";

type Opened = { campaignIds: string[]; mailboxIds: string[] };

/**
 * A new key may open an account that is known here. Then the former connection takes the key, with all its history, and the new one
 * goes: nothing is doubled. A former key that works is given up only for one that opens all that it opened: a client's key opens some
 * campaigns of its agency's.
 * @returns the connection that is the account's from now on
 */
export async function adoptConnection(db: Database, fresh: ConnectionRow, opened: Opened): Promise<ConnectionRow> {
  return db.transaction(async (tx) => {
    const both = await tx
      .select()
      .from(smartleadConnections)
      .where(eq(smartleadConnections.workspaceId, fresh.workspaceId))
      .orderBy(smartleadConnections.id)
      .for("update");
    const present = both.find(({ id }) => id === fresh.id);
    const former = present && (await formerOf(tx, present, both, opened));
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
    for (const table of [smartleadMailboxes, smartleadLeads, smartleadMessages, smartleadActions])
      await tx.update(table).set({ connectionId: former.id }).where(eq(table.connectionId, present.id));
    await deleteConnection(tx, present.id);
    await notifyChange(tx, { workspaceId: fresh.workspaceId, kind: "smartlead" });
    return row!;
  });
}

/** Another connection that holds what this one opens and may be given its key; one that holds campaigns itself is nobody's double. */
async function formerOf(
  tx: Database,
  { id, workspaceId }: ConnectionRow,
  all: ConnectionRow[],
  { campaignIds, mailboxIds }: Opened,
): Promise<ConnectionRow | null> {
  if ((await tx.$count(smartleadCampaigns, eq(smartleadCampaigns.connectionId, id))) > 0) return null;
  const ownersOf = async (table: typeof smartleadCampaigns | typeof smartleadMailboxes, remoteIds: string[]) => {
    if (remoteIds.length === 0) return [];
    const rows = await tx
      .selectDistinct({ connectionId: table.connectionId })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), ne(table.connectionId, id), inArray(table.remoteId, remoteIds)));
    return all.filter((each) => rows.some(({ connectionId }) => connectionId === each.id));
  };
  const owners = [
    ...(await ownersOf(smartleadCampaigns, campaignIds)),
    ...(await ownersOf(smartleadMailboxes, mailboxIds)),
  ];
  for (const owner of owners) if (!isWorking(owner) || (await opensAllOf(tx, owner, campaignIds))) return owner;
  return null;
}

const isWorking = ({ state, stateReason }: ConnectionRow): boolean =>
  state !== "disconnected" && !(state === "failing" && stateReason === "auth");

async function opensAllOf(tx: Database, { id }: ConnectionRow, campaignIds: string[]): Promise<boolean> {
  const { connectionId, remoteId } = smartleadCampaigns;
  return (await tx.$count(smartleadCampaigns, and(eq(connectionId, id), notInArray(remoteId, campaignIds)))) === 0;
}
