import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  replies,
  smartleadActions,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMailboxes,
  smartleadMessages,
} from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { connectionOf } from "./connection-of";
import { deleteConnection } from "./delete-connection";
import type { SmartleadConnectionInput } from "./schemas";

/** What stays here, what waits until the account is connected again, and what Smartlead still sends by itself. */
export type LeftBySmartlead = { threads: number; held: number; handedOver: number };

/**
 * Forgets the key: nothing is read and nothing leaves through Smartlead any more. Threads and messages stay, replies that have not left
 * are held, and the same account connected again goes on with all of it. Of a key that never opened anything nothing stays.
 * @throws AppError `forbidden`, `not_found`
 */
export async function disconnectSmartlead(
  { actor, db, now }: Context,
  { connectionId }: SmartleadConnectionInput,
): Promise<LeftBySmartlead> {
  may(actor, "smartlead.manage");
  return db.transaction(async (tx) => {
    const connection = await connectionOf(tx, actor, connectionId);
    const left = await whatStays(tx, connectionId);
    if (connection.state === "disconnected") return left;
    const at = now();
    if (await hasOpenedNothing(tx, connectionId)) await deleteConnection(tx, connectionId);
    else
      await tx
        .update(smartleadConnections)
        .set({
          key: null,
          state: "disconnected",
          stateReason: null,
          stateDetail: null,
          stateSince: at,
          disconnectedAt: at,
          nextAttemptAt: null,
          pollRequestedAt: null,
        })
        .where(eq(smartleadConnections.id, connectionId));
    await record(tx, actor, "smartlead.disconnected", { subjectId: connectionId, data: left });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "smartlead" });
    return left;
  });
}

/** A mistyped key, say: there is nothing to go on with. */
async function hasOpenedNothing(tx: Database, connectionId: string): Promise<boolean> {
  for (const table of [smartleadCampaigns, smartleadMailboxes, smartleadLeads, smartleadMessages, smartleadActions])
    if ((await tx.$count(table, eq(table.connectionId, connectionId))) > 0) return false;
  return true;
}

async function whatStays(tx: Database, connectionId: string): Promise<LeftBySmartlead> {
  const own = eq(smartleadLeads.connectionId, connectionId);
  const count = (statuses: (typeof replies.$inferSelect)["status"][]) =>
    tx.$count(
      replies,
      and(
        inArray(replies.status, statuses),
        inArray(replies.smartleadLeadId, tx.select({ id: smartleadLeads.id }).from(smartleadLeads).where(own)),
      ),
    );
  const [{ threads } = { threads: 0 }] = await tx
    .select({ threads: sql<number>`count(distinct ${smartleadLeads.threadId})`.mapWith(Number) })
    .from(smartleadLeads)
    .where(and(own, isNotNull(smartleadLeads.threadId)));
  return {
    threads,
    held: await count(["awaiting_approval", "scheduled", "queued"]),
    handedOver: await count(["handed_over"]),
  };
}
