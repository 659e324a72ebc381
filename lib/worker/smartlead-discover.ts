import { eq } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { adoptConnection } from "@/lib/services/smartlead/adopt-connection";
import { chosenCampaigns } from "@/lib/services/smartlead/chosen-campaigns";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { ensureRemoteMailbox } from "@/lib/services/smartlead/ensure-remote-mailbox";
import { keepRemoteAccount } from "@/lib/services/smartlead/keep-remote-account";
import { reviveRemoteMailboxes } from "@/lib/services/smartlead/revive-remote-mailboxes";
import { setConnectionState } from "@/lib/services/smartlead/set-connection-state";
import { storeBrokenRows } from "@/lib/services/smartlead/store-broken-rows";
import type { Page, RemoteMailbox } from "@/lib/smartlead/smartlead-api";
import { countReplies } from "./count-replies";
import { isFaultOfOne } from "./is-fault-of-one";
import type { Reading } from "./smartlead-page";

const MAILBOXES_A_PAGE = 100;
const MOST_PAGES = 200;

/**
 * Asks what a key opens: campaigns, categories, email accounts, and how many replies there are. An account that is known here keeps
 * its former connection. Done again now and then: names change, mailboxes come.
 * @returns the connection that is the account's from now on
 * @throws SmartleadFault
 */
export async function discoverSmartlead(reading: Reading): Promise<ConnectionRow> {
  const { deps, api, kind, signal } = reading;
  const call = { kind, ...(signal ? { signal } : {}) };
  const campaigns = await api.listCampaigns(call);
  const categories = await ifPossible(api.listCategories(call));
  const mailboxes = await listMailboxes(reading);
  const connection = await adoptConnection(deps.db, reading.connection, {
    campaignIds: campaigns.rows.map(({ id }) => id),
    mailboxIds: mailboxes.rows.map(({ id }) => id),
  });
  await storeBrokenRows(deps, connection, "campaigns", campaigns.broken);
  await storeBrokenRows(deps, connection, "categories", categories.broken);
  await storeBrokenRows(deps, connection, "mailboxes", mailboxes.broken);
  await keepRemoteAccount(deps.db, connection, { campaigns: campaigns.rows, categories: categories.rows });
  for (const mailbox of mailboxes.rows) await deps.db.transaction((tx) => ensureRemoteMailbox(tx, connection, mailbox));
  if (connection.state === "new") await reviveRemoteMailboxes(deps, connection);
  await setConnectionState(deps.db, connection, deps.now(), { state: "connected" });
  const { workspaceId } = connection;
  await notifyChange(deps.db, { workspaceId, kind: "smartlead" });
  const { remoteIds: chosen } = await chosenCampaigns(deps.db, connection.id);
  // Of what is chosen the first sync counts.
  if (connection.repliesFound === null && chosen.size === 0) {
    const repliesFound = await countReplies(async (offset) => {
      const page = await api.listReplies({ ...call, offset, limit: 1, withHistory: false });
      return !page.isLast;
    });
    await deps.db.update(smartleadConnections).set({ repliesFound }).where(eq(smartleadConnections.id, connection.id));
    await notifyChange(deps.db, { workspaceId, kind: "smartlead" });
  }
  return connection;
}

/** What a call found, or what it said instead, as a broken row: with campaigns alone replies can be read as well. */
async function ifPossible<Row>(asked: Promise<Page<Row>>): Promise<Page<Row>> {
  return asked.catch((error: unknown) => {
    if (!isFaultOfOne(error)) throw error;
    return { rows: [], broken: [{ raw: error.response, reason: error.reason }], isLast: true };
  });
}

async function listMailboxes({ api, kind, signal }: Reading) {
  const all = { rows: [] as RemoteMailbox[], broken: [] as { raw: string; reason: string }[] };
  for (let page = 0; page < MOST_PAGES; page++) {
    const offset = page * MAILBOXES_A_PAGE;
    const call = { kind, offset, limit: MAILBOXES_A_PAGE, ...(signal ? { signal } : {}) };
    const found = await ifPossible(api.listMailboxes(call));
    all.rows.push(...found.rows);
    all.broken.push(...found.broken);
    if (found.isLast) break;
  }
  return all;
}
