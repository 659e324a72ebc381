import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, smartleadWebhooks } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { chosenCampaigns } from "@/lib/services/smartlead/chosen-campaigns";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { findRemoteLead } from "@/lib/services/smartlead/find-remote-lead";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { isAnswerEvent, parseWebhook, type WebhookEvent } from "@/lib/smartlead/webhook";
import type { WorkerDeps } from "../deps";
import { smartleadApiOf } from "../smartlead-api-of";
import { readHistory, storeOne, type Reading } from "../smartlead-page";

/** A history lags by seconds. After the last look the poll and the sweep are left to find it. */
const LOOK_AGAIN_MS = [5_000, 20_000, 60_000];

type Order = { webhookId: string; look: number };

/**
 * A webhook is a hint, nothing more: the lead's row and history are read again, and stored as they are there. While the message
 * that it tells of is not among them, somewhat later once more.
 */
export async function readSmartleadWebhook(deps: WorkerDeps, { webhookId, look }: Order): Promise<void> {
  const { db, now } = deps;
  const found = await findDelivery(db, webhookId);
  if (!found) return;
  const { connection } = found;
  const event = parseWebhook(JSON.stringify(found.webhook.body), null);
  if (!isReadable(connection) || !event || !(await isWorthACall(db, connection, event))) return settle(deps, webhookId);
  const { remoteIds: chosen } = await chosenCampaigns(db, connection.id);
  const reading: Reading = { deps, api: smartleadApiOf(deps, connection), connection, kind: "sync" };
  const isMeant = event.campaignId === null || chosen.has(event.campaignId);
  if (isMeant && !(await readAgain(reading, event))) {
    const wait = LOOK_AGAIN_MS[look - 1];
    if (wait !== undefined) {
      const after = new Date(now().getTime() + wait);
      await enqueue(db, JOBS.readSmartleadWebhook, { webhookId, look: look + 1 }, { after });
      return;
    }
  }
  await settle(deps, webhookId);
}

async function settle({ db, now }: WorkerDeps, webhookId: string): Promise<void> {
  await db.update(smartleadWebhooks).set({ handledAt: now() }).where(eq(smartleadWebhooks.id, webhookId));
}

/** A refused key is refused again: the first poll of one that works finds what was told meanwhile. */
const isReadable = ({ state, stateReason }: ConnectionRow): boolean =>
  state !== "disconnected" && !(state === "failing" && stateReason === "auth");

/** Each step of a campaign is told of. Of those who were merely written to nothing is kept here, and nothing is asked. */
async function isWorthACall(db: Database, connection: ConnectionRow, event: WebhookEvent): Promise<boolean> {
  if (event.type === "EMAIL_SENT") return (await findRemoteLead(db, connection, event)) !== null;
  return isAnswerEvent(event.type);
}

async function findDelivery(db: Database, webhookId: string) {
  const [found] = await db
    .select({ webhook: smartleadWebhooks, connection: smartleadConnections })
    .from(smartleadWebhooks)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadWebhooks.connectionId))
    .where(and(eq(smartleadWebhooks.id, webhookId), isNotNull(smartleadConnections.key)));
  return found && !found.webhook.handledAt ? found : null;
}

/** @returns whether what the event tells of is there now */
async function readAgain(reading: Reading, event: WebhookEvent): Promise<boolean> {
  const told = await rowOf(reading, event);
  const lead = told ?? (await findRemoteLead(reading.deps.db, reading.connection, event));
  // Of campaigns and of people who are no leads nothing can be read.
  if (!lead) return event.leadMapId === null;
  const history = await readHistory(reading, lead);
  await storeOne(reading, lead, history, { isHistoryOnly: told === null });
  return isIn(event, history);
}

/** Its row tells category and read state as well; where it cannot be read, only who the lead is is known from before. */
const rowOf = async ({ api, kind }: Reading, { leadMapId }: WebhookEvent): Promise<RemoteLead | null> =>
  leadMapId === null ? null : api.findLead({ kind, leadMapId });

function isIn({ reply, sent, statsId, type }: WebhookEvent, history: RemoteMessage[]): boolean {
  const told = type.includes("REPLY") ? reply : type.includes("SENT") ? sent : null;
  if (!told)
    return !type.includes("REPLY") || history.some((each) => each.type === "REPLY" && each.statsId === statsId);
  if (told.messageId !== null) return history.some(({ messageId }) => messageId === told.messageId);
  return history.some((each) => each.type === told.type && each.time.getTime() === told.time.getTime());
}
