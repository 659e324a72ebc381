import { and, eq, inArray } from "drizzle-orm";
import { smartleadLeads } from "@/lib/db/schema";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import type { Reading } from "./smartlead-page";

/** What a lead has written that Smartlead did not hand over, by lead and time: how often and since when (ms) it was asked for. */
export type Unread = Map<string, { times: number; since: number }>;

/** One history may be refused for good: it is asked for so often and so long (ms), and meanwhile nobody is told that all is read. */
const PATIENCE = { times: 3, ms: 5 * 60_000 };

/** Whether one of these leads, whose histories could not be read, has written something that is not here and may still be had. */
export async function hasUnread(
  { deps: { db, now }, connection }: Reading,
  leads: RemoteLead[],
  unread: Unread,
): Promise<boolean> {
  if (leads.length === 0) return false;
  const ids = leads.map(({ leadMapId }) => leadMapId);
  const known = await db
    .select({ leadMapId: smartleadLeads.leadMapId, lastReplyAt: smartleadLeads.lastReplyAt })
    .from(smartleadLeads)
    .where(and(eq(smartleadLeads.connectionId, connection.id), inArray(smartleadLeads.leadMapId, ids)));
  const upTo = new Map(known.map(({ leadMapId, lastReplyAt }) => [leadMapId, lastReplyAt?.getTime() ?? 0]));
  const at = now().getTime();
  let isOpen = false;
  for (const { leadMapId, lastReplyAt } of leads) {
    if (!lastReplyAt || lastReplyAt.getTime() <= (upTo.get(leadMapId) ?? 0)) continue;
    const key = `${leadMapId}:${lastReplyAt.getTime()}`;
    const { times, since } = unread.get(key) ?? { times: 0, since: at };
    unread.set(key, { times: times + 1, since });
    if (times + 1 < PATIENCE.times || at - since < PATIENCE.ms) isOpen = true;
  }
  return isOpen;
}
