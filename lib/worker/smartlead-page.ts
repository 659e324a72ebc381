import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import { isDataError } from "@/lib/services/messages/storing-errors";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { storeBrokenRows } from "@/lib/services/smartlead/store-broken-rows";
import { storeRemoteLead, type StoredRemote } from "@/lib/services/smartlead/store-remote-lead";
import type { Page, RemoteLead, RemoteMessage, SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";

/** An account that is being read: `kind` says on whose behalf it is called. */
export type Reading = {
  deps: WorkerDeps;
  api: SmartleadApi;
  connection: ConnectionRow;
  kind: SmartleadCallKind;
  signal?: AbortSignal;
};

/** Stores the rows of a page that belong to chosen campaigns, each by itself; what is broken is kept aside and stops nothing. */
export async function storePage(
  reading: Reading,
  page: Page<RemoteLead>,
  { chosen, isFirst = false }: { chosen: Set<string>; isFirst?: boolean },
): Promise<void> {
  const { deps, connection, signal } = reading;
  await storeBrokenRows(deps, connection, "replies", page.broken);
  for (const lead of page.rows) {
    if (!chosen.has(lead.campaignId)) continue;
    signal?.throwIfAborted();
    await storeOne(reading, lead, lead.history ?? (await readHistory(reading, lead)), isFirst);
  }
}

/** A lead with its history; the database's refusal of what it says makes it one more broken row. */
export async function storeOne(
  { deps, connection }: Reading,
  lead: RemoteLead,
  history: RemoteMessage[],
  isFirst = false,
): Promise<StoredRemote | null> {
  const setAside = (reason: string) =>
    storeBrokenRows(deps, connection, "replies", [{ raw: JSON.stringify(lead.raw), reason }]);
  try {
    const stored = await storeRemoteLead(deps, { connection, lead, history, isFirst });
    if (stored.kind === "no_mailbox") await setAside("email_account_id: unknown");
    return stored;
  } catch (error) {
    if (!isDataError(error)) throw error;
    await setAside("row: unstorable");
    return null;
  }
}

/** A lead's messages, oldest first. */
export async function readHistory(
  { deps, api, connection, kind, signal }: Reading,
  { campaignId, leadId }: Pick<RemoteLead, "campaignId" | "leadId">,
): Promise<RemoteMessage[]> {
  const page = await api.readHistory({ kind, campaignId, leadId, ...(signal ? { signal } : {}) });
  await storeBrokenRows(deps, connection, "history", page.broken);
  return page.rows;
}
