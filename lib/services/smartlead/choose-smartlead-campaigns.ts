import { and, eq, inArray } from "drizzle-orm";
import { smartleadCampaigns, smartleadConnections } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { connectionOf } from "./connection-of";
import type { ChooseSmartleadCampaignsInput } from "./schemas";

/**
 * Chooses which campaigns are read. With a new one the first sync begins again, since its replies lie anywhere among the others; what is
 * stored already adds nothing. What was read of a campaign that is not chosen any more stays.
 * @returns how many are chosen; ids of campaigns that are not the connection's count for nothing
 * @throws AppError `forbidden`, `not_found`
 */
export async function chooseSmartleadCampaigns(
  { actor, db, now }: Context,
  { connectionId, campaignIds }: ChooseSmartleadCampaignsInput,
) {
  may(actor, "smartlead.manage");
  return db.transaction(async (tx) => {
    const connection = await connectionOf(tx, actor, connectionId);
    const wanted = new Set(campaignIds);
    const own = await tx
      .select({ id: smartleadCampaigns.id, isChosen: smartleadCampaigns.isChosen })
      .from(smartleadCampaigns)
      .where(eq(smartleadCampaigns.connectionId, connectionId));
    const added = own.filter(({ id, isChosen }) => wanted.has(id) && !isChosen).map(({ id }) => id);
    const left = own.filter(({ id, isChosen }) => !wanted.has(id) && isChosen).map(({ id }) => id);
    for (const [ids, isChosen] of [
      [added, true],
      [left, false],
    ] as const)
      if (ids.length > 0)
        await tx
          .update(smartleadCampaigns)
          .set({ isChosen })
          .where(and(eq(smartleadCampaigns.connectionId, connectionId), inArray(smartleadCampaigns.id, ids)));
    // What was found when the key was pasted is the whole account's; anything else is counted afresh.
    const isAll = added.length === own.length && connection.firstSyncOffset === 0 && !connection.firstSyncedAt;
    // Offsets count the replies of what is chosen: with others they mean something else.
    if (added.length > 0 || (left.length > 0 && connection.firstSyncedAt === null))
      await tx
        .update(smartleadConnections)
        .set({
          firstSyncOffset: 0,
          firstSyncedAt: null,
          pollRequestedAt: now(),
          // What the new ones hold from before is the first sync's, not the poll's.
          ...(added.length > 0 ? { polledTo: null } : {}),
          ...(isAll ? {} : { repliesFound: null }),
        })
        .where(eq(smartleadConnections.id, connectionId));
    const data = { added: added.length, left: left.length };
    await record(tx, actor, "smartlead.campaigns_chosen", { subjectId: connectionId, data });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "smartlead" });
    return { chosen: own.filter(({ id }) => wanted.has(id)).length };
  });
}
