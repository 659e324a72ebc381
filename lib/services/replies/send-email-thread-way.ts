import { desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, smartleadLeads, type mailboxes, type threads } from "@/lib/db/schema";
import type { HeldReason } from "@/lib/domain/reply-state";
import { isSmartleadOpen } from "./smartlead-of-reply";

export type WayOfThread = {
  /** The lead at Smartlead through which a thread's replies leave; null for the mailbox's own server. */
  smartleadLeadId: string | null;
  heldReason: HeldReason | null;
  /** A time ahead is kept by Smartlead, not here. */
  handsOver: boolean;
};

/**
 * By whom the replies of a thread leave. A thread of Smartlead never leaves by its mailbox's own server: Smartlead would not know of it.
 * @throws AppError `unprocessable` (not_at_smartlead) when the lead is not known there any more
 */
export async function wayOfThread(
  tx: Database,
  { id, engine }: Pick<typeof threads.$inferSelect, "id" | "engine">,
  mailbox: Pick<typeof mailboxes.$inferSelect, "engine">,
): Promise<WayOfThread> {
  if (engine !== "smartlead" && mailbox.engine !== "smartlead")
    return { smartleadLeadId: null, heldReason: null, handsOver: false };
  const [found] = await tx
    .select({ smartleadLeadId: smartleadLeads.id, connection: smartleadConnections })
    .from(smartleadLeads)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(eq(smartleadLeads.threadId, id))
    // Two threads of a lead that were merged have two rows there; the one that was answered last is the one in use.
    .orderBy(desc(smartleadLeads.lastReplyAt), desc(smartleadLeads.id))
    .limit(1);
  if (!found) throw new AppError("unprocessable", { reason: "not_at_smartlead" });
  const { smartleadLeadId, connection } = found;
  return {
    smartleadLeadId,
    heldReason: isSmartleadOpen(connection) ? null : "smartlead",
    handsOver: connection.handsOver,
  };
}
