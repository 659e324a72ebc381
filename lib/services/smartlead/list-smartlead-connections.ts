import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { appUrl } from "@/lib/core/env";
import type { Database } from "@/lib/db/client";
import {
  replies,
  smartleadBrokenRows,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMailboxes,
} from "@/lib/db/schema";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { may, type Context } from "@/lib/services/context";
import type { ConnectionRow } from "./connection-of";
import { readBudget } from "./read-budget";
import { smartleadSecrets } from "./smartlead-secrets";

/**
 * How each of the workspace's accounts at Smartlead stands, the oldest first: its state, what it opens, how far it is read, and how
 * many calls are left. The one secret in it is the webhook's address, which an admin has to hand on; the key never leaves.
 * @throws AppError `forbidden` for all but admins
 */
export async function listSmartleadConnections({ actor, db }: Context): Promise<SmartleadHealth[]> {
  may(actor, "smartlead.manage");
  const rows = await db
    .select()
    .from(smartleadConnections)
    .where(eq(smartleadConnections.workspaceId, actor.workspaceId))
    .orderBy(asc(smartleadConnections.createdAt), asc(smartleadConnections.id));
  const ids = rows.map(({ id }) => id);
  const counts = {
    mailboxes: await countBy(db, smartleadMailboxes, ids),
    broken: await countBy(db, smartleadBrokenRows, ids),
    leads: await countBy(db, smartleadLeads, ids),
  };
  const waiting = await countReplies(db, ids, ["awaiting_approval", "scheduled", "queued"]);
  const handedOver = await countReplies(db, ids, ["handed_over"]);
  const views: SmartleadHealth[] = [];
  for (const row of rows) {
    const budget = row.key ? await readBudget(db, row.keyHash) : null;
    views.push({
      ...viewOf(row),
      campaigns: await campaignsOf(db, row.id),
      mailboxes: counts.mailboxes.get(row.id) ?? 0,
      leads: counts.leads.get(row.id) ?? 0,
      brokenRows: counts.broken.get(row.id) ?? 0,
      waitingReplies: waiting.get(row.id) ?? 0,
      handedOver: handedOver.get(row.id) ?? 0,
      budget: budget && {
        perTwoSeconds: budget.perTwoSeconds,
        perMinute: budget.perMinute,
        used: budget.used,
        left: budget.left,
        blockedUntil: budget.blockedUntil?.toISOString() ?? null,
      },
    });
  }
  return views;
}

function viewOf(row: ConnectionRow) {
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  const { webhookSecret } = smartleadSecrets(row);
  return {
    id: row.id,
    keyHint: row.keyHint,
    state: row.state,
    stateReason: row.stateReason,
    stateDetail: row.stateDetail,
    stateSince: row.stateSince.toISOString(),
    nextAttemptAt: iso(row.nextAttemptAt),
    endpoint: row.endpoint,
    foundEndpoint: row.foundEndpoint,
    handsOver: row.handsOver,
    hasSigningSecret: row.signingSecret !== null,
    webhookUrl: row.key ? `${appUrl()}/api/webhooks/smartlead/${webhookSecret}` : null,
    repliesFound: row.repliesFound,
    firstSync: { read: row.firstSyncOffset, finishedAt: iso(row.firstSyncedAt) },
    lastPolledAt: iso(row.lastPolledAt),
    disconnectedAt: iso(row.disconnectedAt),
  };
}

async function countBy(
  db: Database,
  table: typeof smartleadMailboxes | typeof smartleadBrokenRows | typeof smartleadLeads,
  ids: string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: table.connectionId, count: sql<number>`count(*)::int` })
    .from(table)
    .where(inArray(table.connectionId, ids))
    .groupBy(table.connectionId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function countReplies(
  db: Database,
  ids: string[],
  statuses: (typeof replies.$inferSelect)["status"][],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: smartleadLeads.connectionId, count: sql<number>`count(*)::int` })
    .from(replies)
    .innerJoin(smartleadLeads, eq(smartleadLeads.id, replies.smartleadLeadId))
    .where(and(inArray(smartleadLeads.connectionId, ids), inArray(replies.status, statuses)))
    .groupBy(smartleadLeads.connectionId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function campaignsOf(db: Database, connectionId: string) {
  const { id, remoteId, name, status, isChosen } = smartleadCampaigns;
  return db
    .select({ id, remoteId, name, status, isChosen })
    .from(smartleadCampaigns)
    .where(eq(smartleadCampaigns.connectionId, connectionId))
    .orderBy(asc(name), asc(remoteId));
}
