import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads } from "@/lib/db/schema";
import { stopChainsOfLead } from "@/lib/services/follow-ups/stop-chains-of-lead";
import { record } from "@/lib/services/record";
import type { Incoming } from "./direction-of-message";

/**
 * A permanent bounce that is believed says that a lead's address will never work. A full mailbox or a colleague's bounce
 * says nothing about the lead, nor does a report that only claims to be about our mail.
 */
export async function markBouncedLeads(tx: Database, message: Incoming, threadId: number, at: Date): Promise<void> {
  const recipients = message.believedBounces.filter((bounce) => bounce.permanent).map((bounce) => bounce.recipient);
  if (recipients.length === 0) return;
  const { workspaceId } = message;
  const marked = await tx
    .update(leads)
    .set({ bouncedAt: at })
    .where(and(eq(leads.workspaceId, workspaceId), inArray(leads.email, recipients), isNull(leads.bouncedAt)))
    .returning({ id: leads.id });
  for (const { id } of marked) {
    await record(tx, { workspaceId }, "lead.bounced", { threadId, subjectId: id });
    await stopChainsOfLead(tx, workspaceId, { leadId: id, reason: "bounced", at });
  }
}
