import { and, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, mailboxes } from "@/lib/db/schema";
import { campaignsOf } from "./campaigns-of";
import { mailboxesOf } from "./mailboxes-of";
import type { Reader } from "./threads-of";

type Rule = { conditions: { campaignIds: string[]; mailboxIds?: string[] } };

/**
 * Which of a workspace's rules the reader sees: all, or for who is narrowed those that name no campaign and no mailbox out of their
 * sight. Others are not there for them. The order stays.
 */
export async function rulesInSight<R extends Rule>(db: Database, reader: Reader, rules: R[]): Promise<R[]> {
  if (reader.scope === null) return rules;
  const campaignIds = rules.flatMap(({ conditions }) => conditions.campaignIds);
  const mailboxIds = rules.flatMap(({ conditions }) => conditions.mailboxIds ?? []);
  const seenCampaigns = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(inArray(campaigns.id, campaignIds), campaignsOf(reader)));
  const seenMailboxes = await db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(inArray(mailboxes.id, mailboxIds), mailboxesOf(reader)));
  const seen = new Set([...seenCampaigns, ...seenMailboxes].map(({ id }) => id));
  return rules.filter(({ conditions }) =>
    [...conditions.campaignIds, ...(conditions.mailboxIds ?? [])].every((id) => seen.has(id)),
  );
}
