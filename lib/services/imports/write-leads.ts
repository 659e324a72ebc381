import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignLeads, campaigns, leads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { LEAD_FIELDS } from "@/lib/domain/lead-field";
import { nextCampaignNumber } from "@/lib/services/campaigns/next-campaign-number";
import { notifyChange } from "@/lib/realtime/notify";
import type { PlannedRow } from "./planned-row";

type LeadRow = typeof leads.$inferSelect;
export type LeadWrite = {
  values: Pick<
    LeadRow,
    | "email"
    | "firstName"
    | "lastName"
    | "company"
    | "title"
    | "phone"
    | "website"
    | "linkedin"
    | "location"
    | "country"
    | "timeZone"
    | "customFields"
  >;
  /** Campaigns that it joins: those that are there, and new ones by their keys. */
  campaignIds: string[];
  campaignNames: string[];
};
type Wanted = { rows: PlannedRow<LeadWrite>[]; newCampaigns: Map<string, string> };

/** PostgreSQL takes 65,535 values a statement. */
const AT_ONCE = 1_000;
const WRITTEN = [...LEAD_FIELDS, "customFields"] as const;

/** Writes what was planned, campaigns before leads (the order of locks). Call it in the planning transaction. */
export async function writeLeads(tx: Database, workspaceId: string, { rows, newCampaigns }: Wanted): Promise<void> {
  const made = await insertCampaigns(tx, workspaceId, newCampaigns);
  const writes = rows.flatMap(({ outcome, write }) => (write && outcome !== "same" ? [write] : []));
  const ids = await putLeads(tx, workspaceId, writes);
  const joins = writes.flatMap(({ values, campaignIds, campaignNames }) => {
    const leadId = ids.get(addressKey(values.email))!;
    return [...campaignIds, ...campaignNames.map((key) => made.get(key)!)].map((campaignId) => ({
      campaignId,
      leadId,
    }));
  });
  for (const chunk of chunksOf(joins)) await tx.insert(campaignLeads).values(chunk).onConflictDoNothing();
  // Names of known leads stand in the lists.
  if (writes.length > 0) await notifyChange(tx, { workspaceId, kind: "threads" });
}

async function insertCampaigns(
  tx: Database,
  workspaceId: string,
  wanted: Map<string, string>,
): Promise<Map<string, string>> {
  if (wanted.size === 0) return new Map();
  const first = await nextCampaignNumber(tx, workspaceId);
  const entries = [...wanted];
  const made = await tx
    .insert(campaigns)
    .values(entries.map(([, name], index) => ({ workspaceId, name, number: first + index })))
    .returning({ id: campaigns.id, number: campaigns.number });
  return new Map(made.map(({ id, number }) => [entries[number - first]![0], id]));
}

/** @returns the leads' ids by the keys of their addresses */
async function putLeads(tx: Database, workspaceId: string, writes: LeadWrite[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const set = Object.fromEntries(WRITTEN.map((key) => [key, sql.raw(`excluded.${leads[key].name}`)]));
  for (const chunk of chunksOf(writes)) {
    const put = await tx
      .insert(leads)
      .values(chunk.map(({ values }) => ({ ...values, workspaceId })))
      .onConflictDoUpdate({ target: [leads.workspaceId, leads.email], set })
      .returning({ id: leads.id, email: leads.email });
    for (const { id, email } of put) ids.set(addressKey(email), id);
  }
  return ids;
}

function* chunksOf<Item>(items: Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE);
}
