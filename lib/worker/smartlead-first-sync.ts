import { and, eq } from "drizzle-orm";
import { smartleadConnections, smartleadLeads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { chosenCampaigns } from "@/lib/services/smartlead/chosen-campaigns";
import type { Page, RemoteLead } from "@/lib/smartlead/smartlead-api";
import { countReplies } from "./count-replies";
import { storePage, type Reading } from "./smartlead-page";

const PAGE = 20;

export type FirstSyncMemory = {
  /** The highest offset that was gone back from: up to it no step back is begun again, as rows that cannot be stored stay unknown. */
  wentBackFrom: number | null;
  /** Its last step was one back: it may need several. */
  isGoingBack?: boolean;
  /** The page that is asked for while the one before it is stored, and what it was asked by. */
  ahead?: { asked: string; page: Promise<Page<RemoteLead>> } | undefined;
};

/**
 * Reads one page of the first sync, newest first; how far it is stands in the row once the page is stored, so that whoever goes on
 * after a kill skips nothing. New replies move rows to later offsets, which reads some twice. Rows that vanish move the others to
 * earlier ones: each page begins with the last row of the one before, and where that is unknown or gone it goes back.
 * @returns whether there is nothing left to read
 * @throws SmartleadFault
 */
export async function firstSyncStep(reading: Reading, memory: FirstSyncMemory): Promise<boolean> {
  const { deps, api, kind, signal } = reading;
  const { db } = deps;
  const [connection] = await db
    .select()
    .from(smartleadConnections)
    .where(eq(smartleadConnections.id, reading.connection.id));
  if (!connection || connection.firstSyncedAt) return true;
  const { remoteIds: chosen, filter } = await chosenCampaigns(db, connection.id);
  if (chosen.size === 0) return true;
  const call = { kind, ...filter, ...(signal ? { signal } : {}) };
  const former = connection.firstSyncOffset;
  const offset = Math.max(0, former - 1);
  const ask = (at: number) => api.listReplies({ ...call, offset: at, limit: PAGE, withHistory: true });
  const asked = (at: number) => JSON.stringify([at, [...chosen]]);
  const { ahead } = memory;
  memory.ahead = undefined;
  const page = await (ahead?.asked === asked(offset) ? ahead.page : ask(offset));
  // It begins: what was gone back from belongs to another choice of campaigns.
  if (former === 0 && !memory.isGoingBack) memory.wentBackFrom = null;
  const mayGoBack = offset > 0 && (memory.isGoingBack === true || former > (memory.wentBackFrom ?? 0));
  const mustGoBack = mayGoBack && (isEmpty(page) || (await isUnknown(reading, page.rows[0], chosen)));
  memory.isGoingBack = mustGoBack;
  if (mustGoBack) memory.wentBackFrom = Math.max(former, memory.wentBackFrom ?? 0);
  else {
    if (!page.isLast) memory.ahead = { asked: asked(offset + PAGE - 1), page: handled(ask(offset + PAGE - 1)) };
    await storePage(reading, page, { chosen, isFirst: true });
  }
  const isDone = page.isLast && !mustGoBack;
  const next = mustGoBack ? Math.max(0, former - PAGE) : offset + (isDone ? page.rows.length : PAGE);
  const isKept = await keep(reading, { former, chosen }, { offset: next, isDone });
  // The first threads are there before anything is counted.
  if (connection.repliesFound === null && !isDone) await count(reading, filter);
  await notifyChange(db, { workspaceId: connection.workspaceId, kind: "smartlead" });
  return isDone && isKept;
}

/** Whoever waits for it hears of a failure; until then it is nobody's. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

/** Writes down how far it is. @returns false where other campaigns were chosen meanwhile: then it begins again */
async function keep(
  { deps: { db, now }, connection: { id } }: Reading,
  before: { former: number; chosen: Set<string> },
  { offset, isDone }: { offset: number; isDone: boolean },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(smartleadConnections).where(eq(smartleadConnections.id, id)).for("update");
    const { remoteIds: chosen } = await chosenCampaigns(tx, id);
    if (row?.firstSyncOffset !== before.former || row.firstSyncedAt) return false;
    if (chosen.size !== before.chosen.size || [...chosen].some((each) => !before.chosen.has(each))) return false;
    const end = isDone ? { firstSyncedAt: now(), repliesFound: Math.max(row.repliesFound ?? 0, offset) } : {};
    await tx
      .update(smartleadConnections)
      .set({ firstSyncOffset: offset, ...end })
      .where(eq(smartleadConnections.id, id));
    return true;
  });
}

/** How many replies there are in all: somebody watches the bar. */
async function count({ deps, api, connection, signal }: Reading, filter: { campaignIds?: string[] }): Promise<void> {
  const call = { kind: "person" as const, limit: 1, withHistory: false, ...filter, ...(signal ? { signal } : {}) };
  const repliesFound = await countReplies(async (offset) => !(await api.listReplies({ ...call, offset })).isLast);
  await deps.db.update(smartleadConnections).set({ repliesFound }).where(eq(smartleadConnections.id, connection.id));
}

const isEmpty = ({ rows, broken }: Page<RemoteLead>): boolean => rows.length + broken.length === 0;

async function isUnknown(
  { deps, connection }: Reading,
  lead: RemoteLead | undefined,
  chosen: Set<string>,
): Promise<boolean> {
  if (!lead || !chosen.has(lead.campaignId)) return false;
  const isIt = and(
    eq(smartleadLeads.workspaceId, connection.workspaceId),
    eq(smartleadLeads.leadMapId, lead.leadMapId),
  );
  return (await deps.db.$count(smartleadLeads, isIt)) === 0;
}
