import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, threads } from "@/lib/db/schema";
import { hasAnswered } from "../replies/has-answered";
import type { ReplyRow } from "../replies/reply-row";
import { pendingSteps, type Chain } from "./open-chains";

/** Whether what a chain waits for has come, as it is asked before a step leaves. False for one without a step that is to leave. */
export async function isChainAnswered(
  tx: Database,
  { id, threadId }: Pick<Chain, "id" | "threadId">,
): Promise<boolean> {
  const [step] = await pendingSteps(tx, id);
  return step !== undefined && isStepAnswered(tx, threadId, step);
}

/** Whether what a step of a thread waits for has come, whoever of its lead's side wrote it. */
export async function isStepAnswered(tx: Database, threadId: number, step: ReplyRow): Promise<boolean> {
  const [found] = await tx
    .select({ lead: leads })
    .from(threads)
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(eq(threads.id, threadId));
  return hasAnswered(tx, step, found?.lead ?? null);
}
