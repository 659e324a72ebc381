import { and, eq, isNull, ne, or } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import type { SmartleadEndpoint } from "@/lib/domain/smartlead";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import type { Settlement } from "@/lib/services/replies/settle-reply";
import { smartleadOfReply } from "@/lib/services/replies/smartlead-of-reply";
import type { RemoteSendResult } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";
import { smartleadApiOf } from "./smartlead-api-of";
import { remoteReply } from "./smartlead-reply";

/**
 * Gives a claimed reply to Smartlead. Its turn in the key's budget is waited for before the mark: who dies while he waits has sent
 * nothing. With a time ahead, where times are handed over, the time goes along and Smartlead keeps the reply until then.
 */
export async function sendThroughSmartlead(
  deps: WorkerDeps,
  reply: ReplyRow,
  mark: () => Promise<void>,
): Promise<Settlement> {
  const { db, now } = deps;
  const smartlead = await smartleadOfReply(db, reply);
  if (!smartlead) throw new Error("the reply's lead at Smartlead is gone");
  const { connection, campaignId } = smartlead;
  const isHandedOver = isAhead(reply, now());
  const sent = await remoteReply(db, reply, { campaignId, at: now(), isHandedOver });
  const result = await smartleadApiOf(deps, connection).sendThread({
    kind: "person",
    endpoint: connection.endpoint,
    found: connection.foundEndpoint,
    reply: sent,
    onTurn: mark,
  });
  if (result.kind === "accepted") await rememberEndpoint(deps, connection.id, result.endpoint);
  return settlementOf(result, { isHandedOver, keyHash: connection.keyHash });
}

/** A time ahead of a reply that is due all the same: somebody else shall keep it. */
export const isAhead = ({ scheduledAt }: ReplyRow, at: Date): boolean => scheduledAt !== null && scheduledAt > at;

type Call = { isHandedOver: boolean; keyHash: string };

function settlementOf(result: RemoteSendResult, { isHandedOver, keyHash }: Call): Settlement {
  const { kind, response } = result;
  if (kind === "accepted") return isHandedOver ? { kind: "handed_over", response } : { kind, response, outcomes: [] };
  return kind === "unknown" ? result : { ...result, kind: "refused_by_smartlead", keyHash };
}

async function rememberEndpoint({ db }: WorkerDeps, connectionId: string, endpoint: SmartleadEndpoint): Promise<void> {
  const { id, foundEndpoint } = smartleadConnections;
  await db
    .update(smartleadConnections)
    .set({ foundEndpoint: endpoint })
    .where(and(eq(id, connectionId), or(isNull(foundEndpoint), ne(foundEndpoint, endpoint))));
}
