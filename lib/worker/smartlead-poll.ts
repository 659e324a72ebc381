import { eq, sql } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { chosenCampaigns } from "@/lib/services/smartlead/chosen-campaigns";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import { storePage, type Reading } from "./smartlead-page";
import { hasUnread, type Unread } from "./smartlead-unread";

const PAGE = 20;
/** Smartlead may find a reply some time after it came, and it sorts it in by when it came. */
const OVERLAP_MS = 60 * 60_000;
const DEEP_MS = 2 * 24 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Where no reply is known yet, one that came this long ago and is found now is news as well. */
const NONE_YET_MS = 14 * DAY_MS;

type How = { isDeep?: boolean; unread?: Unread };
type Polled = { hasAsked: boolean; isWhole: boolean };

/**
 * Reads the replies since the newest one that is known, with some overlap, newest first. Its `lastPolledAt` is when it began: all
 * that Smartlead showed by then is stored. It stays what it was where Smartlead names an answer and does not hand it over, and while
 * nothing is asked of an account of which nobody knows that it answers.
 * @param isDeep looks back for days: what came late
 * @param unread what could not be had through all polls
 * @returns whether there was anything to ask for (no campaign may be chosen), and whether all of it is stored
 * @throws SmartleadFault
 */
export async function pollReplies(reading: Reading, { isDeep = false, unread = new Map() }: How = {}): Promise<Polled> {
  const { deps, api, connection, kind, signal } = reading;
  const startedAt = deps.now();
  const { remoteIds: chosen, filter } = await chosenCampaigns(deps.db, connection.id);
  let newest = connection.polledTo?.getTime() ?? 0;
  const from = since(connection.polledTo, startedAt, isDeep);
  const between = from ? { between: { from, to: new Date(startedAt.getTime() + DAY_MS) } } : {};
  let former = "";
  const without: RemoteLead[] = [];
  for (let offset = 0; chosen.size > 0; offset += PAGE) {
    const call = { kind, offset, limit: PAGE, withHistory: true, ...filter, ...between, ...(signal ? { signal } : {}) };
    const page = await api.listReplies(call);
    // A filter or an offset that is passed over would lead through all that ever came, or round for ever.
    const shown = JSON.stringify([page.rows.map(({ leadMapId }) => leadMapId), page.broken.map(({ raw }) => raw)]);
    if (from && (shown === former || isAllBefore(page.rows, from))) break;
    former = shown;
    without.push(...(await storePage(reading, page, { chosen, isFirst: !from })));
    newest = Math.max(newest, ...page.rows.map(({ lastReplyAt }) => lastReplyAt?.getTime() ?? 0));
    // What lies before the first look is the first sync's.
    if (page.isLast || !from) break;
  }
  // A time ahead would hide all that comes before it.
  const polledTo = new Date(newest ? Math.min(newest, startedAt.getTime()) : startedAt.getTime() - NONE_YET_MS);
  const hasAsked = chosen.size > 0;
  const isWhole = !(await hasUnread(reading, without, unread));
  const lastPolledAt = sql`greatest(${smartleadConnections.lastPolledAt}, ${startedAt.toISOString()}::timestamptz)`;
  await deps.db
    .update(smartleadConnections)
    .set({
      polledTo: hasAsked ? polledTo : connection.polledTo,
      ...(isWhole && (hasAsked || connection.state === "connected") ? { lastPolledAt } : {}),
    })
    .where(eq(smartleadConnections.id, connection.id));
  return { hasAsked, isWhole };
}

const isAllBefore = (rows: RemoteLead[], from: Date): boolean =>
  rows.length > 0 && rows.every(({ lastReplyAt }) => lastReplyAt !== null && lastReplyAt < from);

function since(polledTo: Date | null, startedAt: Date, isDeep: boolean): Date | null {
  if (!polledTo) return null;
  const from = polledTo.getTime() - OVERLAP_MS;
  return new Date(Math.max(0, isDeep ? Math.min(from, startedAt.getTime() - DEEP_MS) : from));
}
