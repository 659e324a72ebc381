import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categories, smartleadCampaigns, smartleadCategories } from "@/lib/db/schema";
import type { RemoteCampaign, RemoteCategory } from "@/lib/smartlead/smartlead-api";
import type { ConnectionRef } from "./connection-ref";
import { isOurs } from "./is-ours";

/** Keeps what an account's campaigns and categories are called now; what is gone there stays here with its history. */
export async function keepRemoteAccount(
  db: Database,
  connection: ConnectionRef,
  remote: { campaigns: RemoteCampaign[]; categories: RemoteCategory[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const campaign of remote.campaigns) await keepCampaign(tx, connection, campaign);
    await keepCategories(tx, connection, remote.categories);
  });
}

async function keepCampaign(
  tx: Database,
  { id: connectionId, workspaceId }: ConnectionRef,
  { id: remoteId, name, status, schedule }: RemoteCampaign,
): Promise<void> {
  const told = { connectionId, name: name || `#${remoteId}`, status, schedule };
  await tx
    .insert(smartleadCampaigns)
    .values({ ...told, workspaceId, remoteId })
    .onConflictDoUpdate({
      target: [smartleadCampaigns.workspaceId, smartleadCampaigns.remoteId],
      set: told,
      setWhere: isOurs(smartleadCampaigns.connectionId, connectionId),
    });
}

async function keepCategories(
  tx: Database,
  { id: connectionId, workspaceId }: ConnectionRef,
  remote: RemoteCategory[],
): Promise<void> {
  const own = await tx
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(eq(categories.workspaceId, workspaceId));
  const ofName = new Map(own.map(({ id, name }) => [lettersOf(name), id]));
  for (const { id: remoteId, name, sentiment } of remote)
    await tx
      .insert(smartleadCategories)
      .values({ connectionId, remoteId, name, sentiment, categoryId: ofName.get(lettersOf(name)) ?? null })
      .onConflictDoUpdate({
        target: [smartleadCategories.connectionId, smartleadCategories.remoteId],
        set: { name, sentiment, categoryId: sql`excluded.category_id` },
      });
}

/** "Out Of Office" and "Out of office" are one. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
