import { and, eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { smartleadActions, smartleadLeads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "../record";
import { followRemoteOwner } from "./follow-remote-owner";
import { takeBackOrder } from "./order-sequence";
import { teamMemberOfRow } from "./team-member-of-row";

export type ActionRow = typeof smartleadActions.$inferSelect;
type Outcome = { state: "confirmed" | "refused"; reason: string | null; detail: string };

/** Smartlead's own words are kept for who wants to know, not without end. */
const MOST_DETAIL = 500;

const isWaiting = ({ id }: ActionRow) => and(eq(smartleadActions.id, id), eq(smartleadActions.state, "pending"));

/** Writes down that Smartlead is being called about it. @returns false when it does not wait any more */
export async function beginAction(db: Database, action: ActionRow): Promise<boolean> {
  const begun = await db
    .update(smartleadActions)
    .set({ attempts: action.attempts + 1, reason: "under_way" })
    .where(isWaiting(action))
    .returning({ id: smartleadActions.id });
  return begun.length > 0;
}

/** It could not be carried over for now; the action as it was before. `costsATry` is false for what is the account's trouble. */
export async function deferAction(
  db: Database,
  action: ActionRow,
  { reason, detail, costsATry }: { reason: string; detail: string; costsATry: boolean },
): Promise<void> {
  const attempts = costsATry ? action.attempts + 1 : action.attempts;
  await db
    .update(smartleadActions)
    .set({ reason, detail: detail.slice(0, MOST_DETAIL), attempts })
    .where(isWaiting(action));
}

/** How it ended. A pause or a resumption that was refused has not happened: the lead stands as it stood,
 * and the thread is whose it is there. */
export async function settleAction(db: Database, now: Clock, action: ActionRow, outcome: Outcome): Promise<void> {
  const { workspaceId, threadId, kind } = action;
  await db.transaction(async (tx) => {
    const settled = await tx
      .update(smartleadActions)
      .set({ ...outcome, detail: outcome.detail.slice(0, MOST_DETAIL), settledAt: now() })
      .where(isWaiting(action))
      .returning({ id: smartleadActions.id });
    if (settled.length === 0) return;
    if (outcome.state === "refused") {
      await takeBackOrder(tx, action);
      if (kind === "team_member") await takeBackOwner(tx, action, now());
      await record(tx, { workspaceId }, "smartlead.action_refused", {
        ...(threadId === null ? {} : { threadId }),
        subjectId: action.id,
        data: { kind, reason: outcome.reason },
      });
    }
    if (threadId !== null) await notifyChange(tx, { workspaceId, kind: "thread", threadId });
  });
}

/** The thread's owner was not taken over there: whom Smartlead has said last is theirs here as well, or both would differ for good. */
async function takeBackOwner(tx: Database, action: ActionRow, at: Date): Promise<void> {
  const { workspaceId, connectionId, threadId, payload } = action;
  if (threadId === null) return;
  const isIt = and(eq(smartleadLeads.connectionId, connectionId), eq(smartleadLeads.threadId, threadId));
  const [lead] = await tx.select({ row: smartleadLeads.row }).from(smartleadLeads).where(isIt).limit(1);
  if (!lead) return;
  const former = teamMemberOfRow(payload);
  await followRemoteOwner(tx, { workspaceId, threadId, former, teamMemberId: teamMemberOfRow(lead.row), at });
}
