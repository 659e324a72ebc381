import { asc, desc, eq, sql } from "drizzle-orm";
import { campaigns, clients, mailboxes } from "@/lib/db/schema";
import type { SendingWindow } from "@/lib/domain/sending-window";
import { type Context, may } from "@/lib/services/context";

/** `direct`: the mailbox whose own campaign it is; its leads are those that a stranger's mail made. */
export type CampaignItem = {
  id: string;
  number: number;
  name: string;
  direct: string | null;
  leadCount: number;
  window: SendingWindow | null;
  client: { id: string; name: string } | null;
};

/** The workspace's campaigns, the newest first and the mailboxes' own behind them. */
export async function listCampaigns({ actor, db }: Context): Promise<CampaignItem[]> {
  may(actor, "campaign.manage");
  const rows = await db
    .select({
      id: campaigns.id,
      number: campaigns.number,
      name: campaigns.name,
      direct: mailboxes.address,
      // Not by drizzle's columns: inside a subquery it would leave the table's name out.
      leadCount: sql<number>`(select count(*) from campaign_leads where campaign_id = "campaigns"."id")::int`,
      client: { id: clients.id, name: clients.name },
      days: campaigns.windowDays,
      start: campaigns.windowStart,
      end: campaigns.windowEnd,
    })
    .from(campaigns)
    .leftJoin(mailboxes, eq(mailboxes.id, campaigns.directMailboxId))
    .leftJoin(clients, eq(clients.id, campaigns.clientId))
    .where(eq(campaigns.workspaceId, actor.workspaceId))
    .orderBy(sql`${campaigns.directMailboxId} is not null`, desc(campaigns.createdAt), asc(campaigns.number));
  return rows.map(({ days, start, end, ...rest }) => ({
    ...rest,
    window: days && start && end ? { days, start, end } : null,
  }));
}
