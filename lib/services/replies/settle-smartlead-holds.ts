import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, smartleadConnections, smartleadLeads } from "@/lib/db/schema";
import { announceReply, lockReply } from "./reply-row";
import { isSmartleadOpen, smartleadOfReply } from "./smartlead-of-reply";

const AT_ONCE = 200;

/**
 * Holds what waits to leave through an account that takes nothing (disconnected, or its key is refused), and lets go what was held
 * once it does. Whoever finds out that an account fails or works again only has to write it on the account.
 * @returns how many went either way
 */
export async function settleSmartleadHolds(db: Database): Promise<{ held: number; released: number }> {
  const isOpen = sql`(${smartleadConnections.key} is not null and ${smartleadConnections.state} <> 'disconnected'
    and not (${smartleadConnections.state} = 'failing' and ${smartleadConnections.stateReason} is not distinct from 'auth'))`;
  const found = await db
    .select({ id: replies.id })
    .from(replies)
    .innerJoin(smartleadLeads, eq(smartleadLeads.id, replies.smartleadLeadId))
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(
      and(
        inArray(replies.status, ["scheduled", "queued"]),
        sql`case when ${isOpen} then ${replies.heldReason} = 'smartlead' else ${isNull(replies.heldReason)} end`,
      ),
    )
    .limit(AT_ONCE);
  const counts = { held: 0, released: 0 };
  for (const { id } of found) {
    const outcome = await db.transaction((tx) => settle(tx, id));
    if (outcome) counts[outcome]++;
  }
  return counts;
}

async function settle(tx: Database, replyId: string): Promise<"held" | "released" | null> {
  const reply = await lockReply(tx, replyId);
  const smartlead = reply && (await smartleadOfReply(tx, reply));
  if (!reply || !smartlead || (reply.status !== "scheduled" && reply.status !== "queued")) return null;
  const isOpen = isSmartleadOpen(smartlead.connection);
  if (isOpen && reply.heldReason === "smartlead") {
    // Its own next try stays ahead: reading may work with a key that may not send.
    await tx.update(replies).set({ heldReason: null }).where(eq(replies.id, replyId));
    await announceReply(tx, reply, "reply.released");
    return "released";
  }
  if (isOpen || reply.heldReason !== null) return null;
  await tx.update(replies).set({ heldReason: "smartlead" }).where(eq(replies.id, replyId));
  await announceReply(tx, reply, "reply.held", { data: { reason: "smartlead" } });
  return "held";
}
