import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { leads, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { stopChainsOfLead } from "../follow-ups/stop-chains-of-lead";
import { record } from "../record";
import type { UnsubscribeLeadInput } from "./action-schemas";
import { carryUnsubscribe } from "./carry-unsubscribe";

/**
 * Marks a thread's lead as not to be written to any more, for good, and carries it over to all its campaigns at Smartlead. One who is
 * unsubscribed already stays as he is.
 * @throws AppError `not_found` (thread), `unprocessable` (no_lead) for a thread that is no lead's
 */
export async function unsubscribeLead({ actor, db, now }: Context, { threadId }: UnsubscribeLeadInput) {
  may(actor, "thread.triage");
  const { workspaceId } = actor;
  return db.transaction(async (tx) => {
    const isIt = and(eq(threads.id, threadId), threadsOf(actor));
    const [thread] = await tx.select({ leadId: threads.leadId }).from(threads).where(isIt).for("no key update");
    if (!thread) throw new AppError("not_found", { reason: "thread" });
    const { leadId } = thread;
    if (leadId === null) throw new AppError("unprocessable", { reason: "no_lead" });
    const marked = await tx
      .update(leads)
      .set({ unsubscribedAt: now() })
      .where(and(eq(leads.id, leadId), isNull(leads.unsubscribedAt)))
      .returning({ id: leads.id });
    if (marked.length > 0) {
      await record(tx, actor, "lead.unsubscribed", { threadId, subjectId: leadId });
      await stopChainsOfLead(tx, workspaceId, { leadId, reason: "unsubscribed", at: now(), by: actor });
      await carryUnsubscribe(tx, actor, leadId);
      await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    }
    return { threadId };
  });
}
