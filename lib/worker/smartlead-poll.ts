import { eq, sql } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { chosenCampaigns } from "@/lib/services/smartlead/chosen-campaigns";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import { storePage, type Reading } from "./smartlead-page";

const PAGE = 20;
/** Smartlead may find a reply some time after it came, and it sorts it in by when it came. */
const OVERLAP_MS = 60 * 60_000;
const DEEP_MS = 2 * 24 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Where no reply is known yet, one that came this long ago and is found now is news as well. */
const NONE_YET_MS = 14 * DAY_MS;

/**
 * Reads the replies since the newest one that is known, with some overlap, newest first. Its `lastPolledAt` is when it began: all
 * that Smartlead showed by then is stored.
 * @param isDeep looks back for days: what came late
 * @returns whether there was anything to ask for: no campaign may be chosen
 * @throws SmartleadFault
 */
export async function pollReplies(reading: Reading, { isDeep = false } = {}): Promise<boolean> {
  const { deps, api, connection, kind, signal } = reading;
  const startedAt = deps.now();
  const { remoteIds: chosen, filter } = await chosenCampaigns(deps.db, connection.id);
  let newest = connection.polledTo?.getTime() ?? 0;
  const from = since(connection.polledTo, startedAt, isDeep);
  const between = from ? { between: { from, to: new Date(startedAt.getTime() + DAY_MS) } } : {};
  let former = "";
  for (let offset = 0; chosen.size > 0; offset += PAGE) {
    const call = { kind, offset, limit: PAGE, withHistory: true, ...filter, ...between, ...(signal ? { signal } : {}) };
    const page = await api.listReplies(call);
    // A filter or an offset that is passed over would lead through all that ever came, or round for ever.
    const shown = JSON.stringify([page.rows.map(({ leadMapId }) => leadMapId), page.broken.map(({ raw }) => raw)]);
    if (from && (shown === former || isAllBefore(page.rows, from))) break;
    former = shown;
    await storePage(reading, page, { chosen, isFirst: !from });
    newest = Math.max(newest, ...page.rows.map(({ lastReplyAt }) => lastReplyAt?.getTime() ?? 0));
    // What lies before the first look is the first sync's.
    if (page.isLast || !from) break;
  }
  // A time ahead would hide all that comes before it.
  const polledTo = new Date(newest ? Math.min(newest, startedAt.getTime()) : startedAt.getTime() - NONE_YET_MS);
  await deps.db
    .update(smartleadConnections)
    .set({
      ...(chosen.size > 0 ? { polledTo } : {}),
      lastPolledAt: sql`greatest(${smartleadConnections.lastPolledAt}, ${startedAt.toISOString()}::timestamptz)`,
    })
    .where(eq(smartleadConnections.id, connection.id));
  return chosen.size > 0;
}

const isAllBefore = (rows: RemoteLead[], from: Date): boolean =>
  rows.length > 0 && rows.every(({ lastReplyAt }) => lastReplyAt !== null && lastReplyAt < from);

function since(polledTo: Date | null, startedAt: Date, isDeep: boolean): Date | null {
  if (!polledTo) return null;
  const from = polledTo.getTime() - OVERLAP_MS;
  return new Date(Math.max(0, isDeep ? Math.min(from, startedAt.getTime() - DEEP_MS) : from));
}
