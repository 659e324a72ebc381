import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignLeads, leads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { Party } from "@/lib/domain/party";
import { splitName } from "@/lib/domain/split-name";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";

export type Contact = { leadId: string; campaignId: string; name: string; address: string };
type Where = { workspaceId: string; mailboxId: string };

/**
 * The lead of an address and the campaign that its mail in this mailbox belongs to: that of its newest thread here, else one
 * that it is in and that sends from here, else the mailbox's "Direct", of which it is made a lead.
 * @param lead where it is known already
 * @param campaigns of leads' mail in this mailbox, where they are known
 */
export async function ensureLead(
  tx: Database,
  where: Where,
  party: Party,
  lead?: KnownLead,
  campaigns?: Map<string, string | null>,
): Promise<Contact> {
  const known = lead ?? (await findLead(tx, where.workspaceId, party.address));
  const campaignOf = (id: string) => campaignsOfLeads(tx, [id], where.mailboxId).then((found) => found.get(id));
  const campaignId = known ? (campaigns?.get(known.id) ?? (await campaignOf(known.id))) : null;
  if (known && campaignId) return contactOf(known, campaignId, party);
  // The campaign before the lead, here as everywhere: the order of locks.
  const direct = await ensureDirectCampaign(tx, where.mailboxId);
  const made = known ?? (await insertLead(tx, where.workspaceId, party));
  await tx.insert(campaignLeads).values({ campaignId: direct.id, leadId: made.id }).onConflictDoNothing();
  return contactOf(made, direct.id, party);
}

type LeadRow = typeof leads.$inferSelect;
type KnownLead = Pick<LeadRow, "id" | "email" | "firstName" | "lastName">;

function contactOf(lead: KnownLead, campaignId: string, party: Party): Contact {
  const name = leadName(lead) || party.name;
  return { leadId: lead.id, campaignId, name, address: lead.email };
}

async function findLead(tx: Database, workspaceId: string, email: string): Promise<LeadRow | undefined> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.email, email)));
  return lead;
}

async function insertLead(tx: Database, workspaceId: string, { name, address }: Party): Promise<LeadRow> {
  const [made] = await tx
    .insert(leads)
    .values({ workspaceId, email: address, ...splitName(name) })
    .onConflictDoNothing()
    .returning();
  const lead = made ?? (await findLead(tx, workspaceId, address));
  if (!lead) throw new Error("a lead vanished while it was made");
  return lead;
}

/** For each lead the campaign of its newest thread in a mailbox, else of one that it is in and that sends from there, else null. */
export async function campaignsOfLeads(
  tx: Database,
  leadIds: string[],
  mailboxId: string,
): Promise<Map<string, string | null>> {
  const found = new Map(leadIds.map((id): [string, string | null] => [id, null]));
  if (found.size === 0) return found;
  const asked = sql`any(${sql.param([...found.keys()])}::uuid[])`;
  const { rows } = await tx.execute<{ lead_id: string; campaign_id: string }>(sql`
    select distinct on (lead_id) lead_id, campaign_id from (
      select lead_id, campaign_id, 0 as rank, last_message_at as at from threads
        where lead_id = ${asked} and mailbox_id = ${mailboxId} and campaign_id is not null
      union all
      select of_lead.lead_id, of_lead.campaign_id, 1, of_lead.created_at from campaign_leads of_lead
        join campaign_mailboxes sending on sending.campaign_id = of_lead.campaign_id
        where of_lead.lead_id = ${asked} and sending.mailbox_id = ${mailboxId}
    ) known order by lead_id, rank, at desc`);
  for (const { lead_id, campaign_id } of rows) found.set(lead_id, campaign_id);
  return found;
}
