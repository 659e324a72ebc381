import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns } from "@/lib/db/schema";

const FIRST_NUMBER = 1000;

/**
 * The number that a workspace's next campaign gets. Two at once would choose the same: the transaction that asks holds a lock,
 * under which nobody else is given one, until it ends.
 */
export async function nextCampaignNumber(tx: Database, workspaceId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns:${workspaceId}`}, 0))`);
  const [highest] = await tx
    .select({ number: sql<string | null>`max(${campaigns.number})` })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, workspaceId));
  return Math.max(FIRST_NUMBER, Number(highest?.number ?? 0) + 1);
}
