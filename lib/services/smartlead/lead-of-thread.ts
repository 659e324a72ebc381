import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Actor } from "../context";
import { leadsOfThreads, type LeadAtSmartlead } from "./leads-at-smartlead";

/**
 * The lead at Smartlead of one of the actor's threads, with the thread held.
 * @throws AppError `not_found` (thread); `unprocessable` (not_at_smartlead) for a thread that Smartlead does not send for
 */
export async function leadOfThread(tx: Database, actor: Actor, threadId: number): Promise<LeadAtSmartlead> {
  const isIt = and(eq(threads.id, threadId), threadsOf(actor));
  const [thread] = await tx.select({ id: threads.id }).from(threads).where(isIt).for("no key update");
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const [lead] = await leadsOfThreads(tx, [threadId]);
  if (!lead) throw new AppError("unprocessable", { reason: "not_at_smartlead" });
  return lead;
}
