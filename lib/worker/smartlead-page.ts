import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { log } from "@/lib/core/log";
import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import { isDataError } from "@/lib/services/messages/storing-errors";
import { campaignsChosenAt } from "@/lib/services/smartlead/campaigns-chosen-at";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { storeBrokenRows } from "@/lib/services/smartlead/store-broken-rows";
import { storeRemoteLead, type RemoteHistory, type StoredRemote } from "@/lib/services/smartlead/store-remote-lead";
import type { Page, RemoteLead, RemoteMessage, SmartleadApi, SmartleadFault } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";
import { isFaultOfOne } from "./is-fault-of-one";

/** An account that is being read: `kind` says on whose behalf it is called. */
export type Reading = {
  deps: WorkerDeps;
  api: SmartleadApi;
  connection: ConnectionRow;
  kind: SmartleadCallKind;
  signal?: AbortSignal;
};

/**
 * Stores the rows of a page that belong to chosen campaigns, each by itself; what is broken is kept aside and stops nothing.
 * @returns the leads whose history Smartlead did not hand over for a reason that may pass
 */
export async function storePage(
  reading: Reading,
  page: Page<RemoteLead>,
  { chosen, isFirst = false }: { chosen: Set<string>; isFirst?: boolean },
): Promise<RemoteLead[]> {
  const { deps, connection, signal } = reading;
  await storeBrokenRows(deps, connection, "replies", page.broken);
  const pastUntil = isFirst ? await campaignsChosenAt(deps.db, connection) : undefined;
  const unread: RemoteLead[] = [];
  for (const lead of page.rows) {
    if (!chosen.has(lead.campaignId)) continue;
    signal?.throwIfAborted();
    const history = lead.history ?? (await historyOrBroken(reading, lead));
    if (Array.isArray(history)) await storeOne(reading, lead, history, { pastUntil });
    else if (isPassing(history)) unread.push(lead);
  }
  return unread;
}

/** A lead with its history; one that cannot be stored is one more broken row and stops nothing. @throws when the database does not answer */
export async function storeOne(
  reading: Reading,
  lead: RemoteLead,
  history: RemoteMessage[],
  how: Pick<RemoteHistory, "pastUntil" | "isHistoryOnly"> = {},
): Promise<StoredRemote | null> {
  const { deps, connection } = reading;
  const store = () => storeRemoteLead(deps, { connection, lead, history, ...how });
  try {
    const stored = await store().catch((error: unknown) => {
      if (isDataError(error)) throw error;
      return sleep(AGAIN_MS).then(store);
    });
    if (stored.kind === "no_mailbox") await setAside(reading, lead, "email_account_id: unknown");
    return stored;
  } catch (error) {
    // A database that does not answer is no fault of the row.
    await deps.db.execute(sql`select 1`);
    if (!isDataError(error)) log.error({ err: error, connectionId: connection.id }, "a lead could not be stored");
    await setAside(reading, lead, "row: unstorable");
    return null;
  }
}

const AGAIN_MS = 500;

const setAside = ({ deps, connection }: Reading, lead: RemoteLead, reason: string) =>
  storeBrokenRows(deps, connection, "replies", [{ raw: JSON.stringify(lead.raw), reason }]);

/**
 * A lead's messages; where Smartlead has none to give for that one lead, it is a broken row, and the next one's turn.
 * @returns the fault where there are none
 * @throws SmartleadFault of the whole account
 */
export async function historyOrBroken(reading: Reading, lead: RemoteLead): Promise<RemoteMessage[] | SmartleadFault> {
  try {
    return await readHistory(reading, lead).catch((error: unknown) => {
      if (!isFaultOfOne(error) || !isPassing(error)) throw error;
      return sleep(AGAIN_MS).then(() => readHistory(reading, lead));
    });
  } catch (error) {
    if (!isFaultOfOne(error)) throw error;
    await setAside(reading, lead, `history: ${error.reason}`);
    return error;
  }
}

const isPassing = ({ reason }: SmartleadFault): boolean => reason === "server" || reason === "timeout";

/** A lead's messages, oldest first. */
export async function readHistory(
  { deps, api, connection, kind, signal }: Reading,
  { campaignId, leadId }: Pick<RemoteLead, "campaignId" | "leadId">,
): Promise<RemoteMessage[]> {
  const page = await api.readHistory({ kind, campaignId, leadId, ...(signal ? { signal } : {}) });
  await storeBrokenRows(deps, connection, "history", page.broken);
  return page.rows;
}
