import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadActions, smartleadLeads } from "@/lib/db/schema";
import type { Actor } from "../context";
import { carryOver } from "./carry-over";
import type { LeadAtSmartlead } from "./leads-at-smartlead";

type ActionRow = typeof smartleadActions.$inferSelect;
type Order = { kind: "pause" | "resume"; payload: Record<string, unknown> };

/**
 * Whose lead an action has changed, and how that one stood before. It is part of the payload as it is kept, not of what Smartlead is
 * told, which refuses names that it does not know.
 */
type Here = { leadRowId: string; formerStatus: string };
const hereOf = ({ payload }: Pick<ActionRow, "payload">) => payload.here as Here | undefined;

/** What Smartlead is told of an action. */
export function toldPayload({ payload }: Pick<ActionRow, "payload">): Record<string, unknown> {
  const { here: _here, ...told } = payload;
  return told;
}

/** Stops a lead's sequence or lets it go on: here at once, and at Smartlead by a job. */
export async function orderSequence(
  tx: Database,
  actor: Actor,
  lead: LeadAtSmartlead,
  { kind, payload }: Order,
): Promise<void> {
  const { id, connectionId, threadId, campaignId, remoteLeadId } = lead;
  const [former] = await tx
    .select({ status: smartleadLeads.status })
    .from(smartleadLeads)
    .where(eq(smartleadLeads.id, id))
    .for("update");
  const status = kind === "pause" ? "PAUSED" : "INPROGRESS";
  await tx.update(smartleadLeads).set({ status }).where(eq(smartleadLeads.id, id));
  const here: Here = { leadRowId: id, formerStatus: former?.status ?? "" };
  await carryOver(tx, actor, kind, [
    { connectionId, threadId, payload: { campaign_id: campaignId, lead_id: remoteLeadId, ...payload, here } },
  ]);
}

const waitsFor = (leadRowId: string) =>
  and(
    inArray(smartleadActions.kind, ["pause", "resume"]),
    eq(smartleadActions.state, "pending"),
    sql`${smartleadActions.payload}->'here'->>'leadRowId' = ${leadRowId}`,
  );

/** How a lead stands: as Smartlead tells it, but as it was ordered here while Smartlead does not know of the order yet. */
export async function statusOfLead(
  tx: Database,
  known: typeof smartleadLeads.$inferSelect | undefined,
  told: string,
): Promise<string> {
  if (!known) return told;
  const isWaiting = and(eq(smartleadActions.connectionId, known.connectionId), waitsFor(known.id));
  return (await tx.$count(smartleadActions, isWaiting)) > 0 ? known.status : told;
}

/** An order that was refused has not been: the lead stands as it stood, or will, should a later order that still waits be refused too. */
export async function takeBackOrder(tx: Database, action: ActionRow): Promise<void> {
  const here = hereOf(action);
  if (!here) return;
  const [later] = await tx
    .select()
    .from(smartleadActions)
    .where(
      and(
        eq(smartleadActions.connectionId, action.connectionId),
        ne(smartleadActions.id, action.id),
        waitsFor(here.leadRowId),
      ),
    )
    .orderBy(smartleadActions.createdAt, smartleadActions.id)
    .limit(1);
  if (later)
    await tx
      .update(smartleadActions)
      .set({ payload: { ...later.payload, here } })
      .where(eq(smartleadActions.id, later.id));
  else await tx.update(smartleadLeads).set({ status: here.formerStatus }).where(eq(smartleadLeads.id, here.leadRowId));
}
