import { and, desc, eq, inArray, ne } from "drizzle-orm";
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

/** A lead in one of its campaigns, whether its messages are here or not. */
export type LeadOfCampaign = Omit<LeadAtSmartlead, "threadId"> & { threadId: number | null };

/** What Smartlead calls the leads of those threads that it sends for; a disconnected account has none. One for each thread. */
export async function leadsOfThreads(tx: Database, threadIds: number[]): Promise<LeadAtSmartlead[]> {
  if (threadIds.length === 0) return [];
  return tx
    .selectDistinctOn([smartleadLeads.threadId], { ...NAMES, threadId: threads.id })
    .from(smartleadLeads)
    .innerJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(
      and(
        inArray(smartleadLeads.threadId, threadIds),
        eq(threads.engine, "smartlead"),
        ne(smartleadConnections.state, "disconnected"),
      ),
    )
    .orderBy(smartleadLeads.threadId, desc(smartleadLeads.lastReplyAt), desc(smartleadLeads.id));
}

/** The same for a lead in all its campaigns: several may share a thread, and one that nobody answered in has none. */
export async function leadEverywhere(tx: Database, leadId: string): Promise<LeadOfCampaign[]> {
  return tx
    .select({ ...NAMES, threadId: threads.id })
    .from(smartleadLeads)
    .leftJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(and(eq(smartleadLeads.leadId, leadId), ne(smartleadConnections.state, "disconnected")))
    .orderBy(desc(smartleadLeads.lastReplyAt), desc(smartleadLeads.id));
}

const NAMES = {
  id: smartleadLeads.id,
  connectionId: smartleadLeads.connectionId,
  leadMapId: smartleadLeads.leadMapId,
  remoteLeadId: smartleadLeads.remoteLeadId,
  campaignId: smartleadCampaigns.remoteId,
};
