import { desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import {
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMessages,
  type mailboxes,
  type messages,
  type threads,
} from "@/lib/db/schema";
import type { HeldReason } from "@/lib/domain/reply-state";
import { isSmartleadOpen } from "./smartlead-of-reply";

export type WayOfThread = {
  /** The lead at Smartlead through which a thread's replies leave; null for the mailbox's own server. */
  smartleadLeadId: string | null;
  heldReason: HeldReason | null;
  /** A time ahead is kept by Smartlead, not here. */
  handsOver: boolean;
};

/** Whether a lead is of the campaign that Smartlead told with the message answered to. */
const isOfCampaign = sql`coalesce(${smartleadMessages.raw}->>'email_campaign_id', ${smartleadMessages.raw}->>'campaign_id')
  is not distinct from ${smartleadCampaigns.remoteId}`;

type Answered = {
  mailbox: Pick<typeof mailboxes.$inferSelect, "engine">;
  /** The message answered to. */
  parent: Pick<typeof messages.$inferSelect, "id" | "sentAt">;
};

/**
 * By whom the replies of a thread leave. A thread of Smartlead never leaves by its mailbox's own server: Smartlead would not know of it.
 * @throws AppError `unprocessable` (not_at_smartlead) when the lead is not known there any more
 */
export async function wayOfThread(
  tx: Database,
  { id, engine }: Pick<typeof threads.$inferSelect, "id" | "engine">,
  { mailbox, parent }: Answered,
): Promise<WayOfThread> {
  if (engine !== "smartlead" && mailbox.engine !== "smartlead")
    return { smartleadLeadId: null, heldReason: null, handsOver: false };
  const [found] = await tx
    .select({ smartleadLeadId: smartleadLeads.id, connection: smartleadConnections })
    .from(smartleadLeads)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .leftJoin(smartleadMessages, eq(smartleadMessages.messageId, parent.id))
    .where(eq(smartleadLeads.threadId, id))
    // Two threads of a lead that were merged have two rows there: it is that of the message answered to, as far as Smartlead tells;
    // else the one that was answered last is the one in use.
    .orderBy(
      desc(isOfCampaign),
      desc(sql`${smartleadLeads.connectionId} is not distinct from ${smartleadMessages.connectionId}`),
      desc(sql`${smartleadLeads.lastReplyAt} is not distinct from ${parent.sentAt.toISOString()}::timestamptz`),
      sql`${smartleadLeads.lastReplyAt} desc nulls last`,
      desc(smartleadLeads.id),
    )
    .limit(1);
  if (!found) throw new AppError("unprocessable", { reason: "not_at_smartlead" });
  const { smartleadLeadId, connection } = found;
  return {
    smartleadLeadId,
    heldReason: isSmartleadOpen(connection) ? null : "smartlead",
    handsOver: connection.handsOver,
  };
}
