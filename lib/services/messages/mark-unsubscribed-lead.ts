import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads } from "@/lib/db/schema";
import { stopChainsOfLead } from "@/lib/services/follow-ups/stop-chains-of-lead";
import { record } from "@/lib/services/record";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";

/**
 * A lead who clearly orders not to be written to is unsubscribed, whatever category a person gave the thread: machines stop at
 * once, people are told. It holds for good, so a wish that may mean something else only gives the category. Only the lead's own
 * address counts; a colleague may not speak for him.
 */
export async function markUnsubscribedLead(
  tx: Database,
  message: Incoming,
  threadId: number,
  verdict: Verdict | null,
  at: Date,
): Promise<void> {
  if (message.direction === "out" || !message.from || verdict?.source !== "rule" || verdict.kind !== "dnc") return;
  if (!message.category?.isClear) return;
  const { workspaceId } = message;
  const marked = await tx
    .update(leads)
    .set({ unsubscribedAt: at })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.email, message.from.address), isNull(leads.unsubscribedAt)))
    .returning({ id: leads.id });
  for (const { id } of marked) {
    await record(tx, { workspaceId }, "lead.unsubscribed", { threadId, subjectId: id });
    await stopChainsOfLead(tx, workspaceId, { leadId: id, reason: "unsubscribed", at });
    // What was written long ago is Smartlead's own history.
    if (!message.isPast) await carryUnsubscribe(tx, { workspaceId }, id);
  }
}
