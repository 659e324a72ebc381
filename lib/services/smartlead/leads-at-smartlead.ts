import { and, desc, eq, inArray, ne, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns, smartleadConnections, smartleadLeads, threads } from "@/lib/db/schema";

export type LeadAtSmartlead = {
  id: string;
  connectionId: string;
  threadId: number;
  leadMapId: string;
  remoteLeadId: string;
  campaignId: string;
};

/** What Smartlead calls the leads of those threads that it sends for; a disconnected account has none. One for each thread. */
export const leadsOfThreads = async (tx: Database, threadIds: number[]): Promise<LeadAtSmartlead[]> =>
  threadIds.length === 0 ? [] : select(tx, inArray(smartleadLeads.threadId, threadIds));

/** The same for a lead in all its campaigns. */
export const leadEverywhere = (tx: Database, leadId: string): Promise<LeadAtSmartlead[]> =>
  select(tx, eq(smartleadLeads.leadId, leadId));

function select(tx: Database, isMeant: SQL): Promise<LeadAtSmartlead[]> {
  return tx
    .selectDistinctOn([smartleadLeads.threadId], {
      id: smartleadLeads.id,
      connectionId: smartleadLeads.connectionId,
      threadId: threads.id,
      leadMapId: smartleadLeads.leadMapId,
      remoteLeadId: smartleadLeads.remoteLeadId,
      campaignId: smartleadCampaigns.remoteId,
    })
    .from(smartleadLeads)
    .innerJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(and(isMeant, eq(threads.engine, "smartlead"), ne(smartleadConnections.state, "disconnected")))
    .orderBy(smartleadLeads.threadId, desc(smartleadLeads.lastReplyAt), desc(smartleadLeads.id));
}
