import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns, smartleadConnections, smartleadLeads, smartleadMailboxes, threads } from "@/lib/db/schema";
import { sealKey, sealWebhookSecret } from "@/lib/services/smartlead/smartlead-secrets";
import { makeWorld } from "./factories";

export type SmartleadWorld = Awaited<ReturnType<typeof makeSmartleadWorld>>;

/** A world whose thread is a lead's at Smartlead, of campaign 77 and lead 4001 (row 9001) there. Its key is `sl-key-<id of the connection>`. */
export async function makeSmartleadWorld(db: Database, values: Partial<typeof smartleadConnections.$inferInsert> = {}) {
  const world = await makeWorld(db);
  const { workspaceId, campaign, lead, mailbox, thread } = world;
  const id = randomUUID();
  const [connection] = await db
    .insert(smartleadConnections)
    .values({
      workspaceId,
      id,
      ...sealKey(id, `sl-key-${id}`),
      ...sealWebhookSecret(id, `hook-${id}`),
      state: "connected",
      lastPolledAt: new Date(),
      ...values,
    })
    .returning();
  const connectionId = connection!.id;
  const [remoteCampaign] = await db
    .insert(smartleadCampaigns)
    .values({ workspaceId, connectionId, remoteId: "77", name: "Spring", isChosen: true, campaignId: campaign.id })
    .returning();
  await db.insert(smartleadMailboxes).values({ mailboxId: mailbox.id, workspaceId, connectionId, remoteId: "501" });
  const [remoteLead] = await db
    .insert(smartleadLeads)
    .values({
      workspaceId,
      connectionId,
      campaignId: remoteCampaign!.id,
      leadMapId: "9001",
      remoteLeadId: "4001",
      leadId: lead.id,
      threadId: thread.id,
    })
    .returning();
  await db.update(threads).set({ engine: "smartlead" }).where(eq(threads.id, thread.id));
  return { ...world, connection: connection!, remoteLead: remoteLead! };
}
