import { eq } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { campaignMailboxes, campaigns } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { nextCampaignNumber } from "@/lib/services/campaigns/next-campaign-number";
import type { PlannedRow } from "./planned-row";

/** `id` of the campaign that is changed, null for a new one; `mailboxIds` are added. */
export type CampaignWrite = { id: string | null; name: string; number: number | null; mailboxIds: string[] };

/** Writes what was planned; campaigns without a number get the next ones. Call it in the planning transaction. */
export async function writeCampaigns(
  tx: Database,
  workspaceId: string,
  rows: PlannedRow<CampaignWrite>[],
): Promise<void> {
  const writes = rows.flatMap(({ outcome, write }) => (write && outcome !== "same" ? [write] : []));
  if (writes.length === 0) return;
  const highest = Math.max(0, ...writes.map(({ number }) => number ?? 0));
  let next = Math.max(await nextCampaignNumber(tx, workspaceId), highest + 1);
  for (const { id: known, name, number, mailboxIds } of writes) {
    const id = known ?? newId();
    if (known) await tx.update(campaigns).set({ name }).where(eq(campaigns.id, known));
    else await tx.insert(campaigns).values({ id, workspaceId, name, number: number ?? next++ });
    const pairs = mailboxIds.map((mailboxId) => ({ campaignId: id, mailboxId }));
    if (pairs.length > 0) await tx.insert(campaignMailboxes).values(pairs).onConflictDoNothing();
  }
  // Lists and navigation name campaigns.
  await notifyChange(tx, { workspaceId, kind: "threads" });
  await notifyChange(tx, { workspaceId, kind: "mailbox" });
}
