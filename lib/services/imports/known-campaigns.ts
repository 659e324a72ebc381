import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns } from "@/lib/db/schema";
import { nameKey } from "@/lib/domain/name-key";

export type KnownCampaign = { id: string; number: number; name: string };
type Found = { campaign: KnownCampaign } | { reason: "unknown_campaign" | "ambiguous_campaign" } | { isNew: true };

/**
 * Finds a workspace's campaigns by what a table calls them: a number of one, else its name in whatever case. "Direct" is each
 * mailbox's own and stands for none of them.
 */
export async function knownCampaigns(tx: Database, workspaceId: string) {
  const rows: KnownCampaign[] = await tx
    .select({ id: campaigns.id, number: campaigns.number, name: campaigns.name })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), isNull(campaigns.directMailboxId)));
  const byNumber = new Map(rows.map((row) => [String(row.number), row]));
  const byName = Map.groupBy(rows, ({ name }) => nameKey(name));
  return {
    byNumber: (number: number): KnownCampaign | undefined => byNumber.get(String(number)),
    /** A number that is none is a mistake; a name that is none is a new campaign's. */
    find: (called: string): Found => {
      const numbered = byNumber.get(called);
      if (numbered) return { campaign: numbered };
      const [named, another] = byName.get(nameKey(called)) ?? [];
      if (another) return { reason: "ambiguous_campaign" };
      if (named) return { campaign: named };
      return /^\d+$/u.test(called) || nameKey(called) === "direct" ? { reason: "unknown_campaign" } : { isNew: true };
    },
  };
}
