import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignMailboxes, campaigns, mailboxes } from "@/lib/db/schema";
import { nextCampaignNumber } from "./next-campaign-number";

/**
 * A mailbox's own campaign "Direct", made at first need: whoever was written to from another program, or answered as a
 * stranger, is a lead of it. Call it in a transaction.
 */
export async function ensureDirectCampaign(tx: Database, mailboxId: string): Promise<typeof campaigns.$inferSelect> {
  const found = await findDirect(tx, mailboxId);
  if (found) return found;
  const [mailbox] = await tx.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
  if (!mailbox) throw new Error("a campaign was wanted for a mailbox that does not exist");
  const number = await nextCampaignNumber(tx, mailbox.workspaceId);
  const made = (await findDirect(tx, mailboxId)) ?? (await insertDirect(tx, mailbox, number));
  await tx.insert(campaignMailboxes).values({ campaignId: made.id, mailboxId }).onConflictDoNothing();
  return made;
}

async function findDirect(tx: Database, mailboxId: string) {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.directMailboxId, mailboxId));
  return campaign;
}

async function insertDirect(tx: Database, mailbox: { id: string; workspaceId: string }, number: number) {
  const [campaign] = await tx
    .insert(campaigns)
    .values({ workspaceId: mailbox.workspaceId, number, name: "Direct", directMailboxId: mailbox.id })
    .returning();
  return campaign!;
}
