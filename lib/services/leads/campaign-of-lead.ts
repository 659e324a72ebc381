import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/**
 * The campaign that a thread of a lead in a mailbox belongs to when a person says whose it is: that of its newest thread there,
 * else one that it is in and that sends from there, else its newest one. Null for a lead of no campaign.
 */
export async function campaignOfLead(
  db: Database,
  { leadId, mailboxId }: { leadId: string; mailboxId: string },
): Promise<{ id: string; name: string; isDirect: boolean } | null> {
  const { rows } = await db.execute<{ id: string; name: string; is_direct: boolean }>(sql`
    select campaigns.id, campaigns.name, campaigns.direct_mailbox_id is not null as is_direct from (
      select campaign_id, 0 as rank, last_message_at as at from threads
        where lead_id = ${leadId} and mailbox_id = ${mailboxId} and campaign_id is not null
      union all
      select of_lead.campaign_id, case when sending.campaign_id is null then 2 else 1 end, of_lead.created_at
        from campaign_leads of_lead left join campaign_mailboxes sending
          on sending.campaign_id = of_lead.campaign_id and sending.mailbox_id = ${mailboxId}
        where of_lead.lead_id = ${leadId}
    ) known join campaigns on campaigns.id = known.campaign_id
    where campaigns.direct_mailbox_id is null or campaigns.direct_mailbox_id = ${mailboxId}
    order by rank, at desc limit 1`);
  const [found] = rows;
  return found ? { id: found.id, name: found.name, isDirect: found.is_direct } : null;
}
