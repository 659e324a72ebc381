import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, smartleadCampaigns, smartleadLeads } from "@/lib/db/schema";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import { teamMemberOfRow } from "./team-member-of-row";

/** A lead as Smartlead told it last, for whoever has only its history anew. @returns null for one that is not stored */
export async function knownRemoteLead(db: Database, smartleadLeadId: string): Promise<RemoteLead | null> {
  const [found] = await db
    .select({ row: smartleadLeads, lead: leads, campaign: smartleadCampaigns })
    .from(smartleadLeads)
    .innerJoin(leads, eq(leads.id, smartleadLeads.leadId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .where(eq(smartleadLeads.id, smartleadLeadId));
  if (!found) return null;
  const { row, lead, campaign } = found;
  return {
    leadMapId: row.leadMapId,
    leadId: row.remoteLeadId,
    email: lead.email,
    firstName: lead.firstName,
    lastName: lead.lastName,
    status: row.status,
    categoryId: row.remoteCategoryId,
    campaignId: campaign.remoteId,
    campaignName: campaign.name,
    mailboxId: "",
    lastReplyAt: row.lastReplyAt,
    isUnread: row.isUnread,
    teamMemberId: teamMemberOfRow(row.row),
    history: null,
    raw: row.row,
  };
}
