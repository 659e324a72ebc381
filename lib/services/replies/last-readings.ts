import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMailboxes,
  type mailboxes,
} from "@/lib/db/schema";
import { isUnreadable } from "@/lib/domain/mailbox-state-word";

/** By whom something was read: a mailbox's own server, or an account at Smartlead. */
type Reading = { lastReadAt: Date | null; isFailing: boolean } & (
  { mailboxId: string; connectionId: null } | { mailboxId: null; connectionId: string }
);
type Read = {
  boxes: (typeof mailboxes.$inferSelect)[];
  leadId: string | null;
  /** The lead at Smartlead through whom a reply leaves. */
  smartleadLeadId: string | null;
};

/**
 * When these mailboxes and this lead were last read by all who read them: the mailboxes' own servers, and the accounts at Smartlead
 * that have the lead or one of the mailboxes, since not every lead's mailbox is known there. What is disabled or disconnected is
 * read by nobody, and not waited for.
 */
export async function lastReadings(tx: Database, { boxes, leadId, smartleadLeadId }: Read): Promise<Reading[]> {
  const own = boxes
    .filter(({ engine, state, disabledAt }) => engine !== "smartlead" && state !== "disabled" && !disabledAt)
    .map(({ id, lastSyncedAt, state, stateReason }) => ({
      mailboxId: id,
      connectionId: null,
      lastReadAt: lastSyncedAt,
      isFailing: isUnreadable({ state, stateReason }),
    }));
  const ofBoxes = tx
    .select({ id: smartleadMailboxes.connectionId })
    .from(smartleadMailboxes)
    .where(
      inArray(
        smartleadMailboxes.mailboxId,
        boxes.map(({ id }) => id),
      ),
    );
  const ofLead = tx
    .select({ id: smartleadLeads.connectionId })
    .from(smartleadLeads)
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .where(
      or(
        smartleadLeadId === null ? undefined : eq(smartleadLeads.id, smartleadLeadId),
        leadId === null ? undefined : and(eq(smartleadCampaigns.isChosen, true), eq(smartleadLeads.leadId, leadId)),
      ) ?? sql`false`,
    );
  const { id } = smartleadConnections;
  const remote = await tx
    .select()
    .from(smartleadConnections)
    .where(and(ne(smartleadConnections.state, "disconnected"), or(inArray(id, ofBoxes), inArray(id, ofLead))));
  return [
    ...own,
    ...remote.map((connection) => ({
      mailboxId: null,
      connectionId: connection.id,
      lastReadAt: connection.lastPolledAt,
      isFailing: connection.state === "failing",
    })),
  ];
}
