import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignMailboxes, campaigns, mailboxes } from "@/lib/db/schema";

const FIRST_NUMBER = 1000;

/**
 * A mailbox's own campaign "Direct", made at first need: whoever was written to from another program, or answered as a
 * stranger, is a lead of it. Call it in a transaction.
 */
export async function ensureDirectCampaign(tx: Database, mailboxId: string): Promise<typeof campaigns.$inferSelect> {
  const found = await findDirect(tx, mailboxId);
  if (found) return found;
  const [mailbox] = await tx.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
  if (!mailbox) throw new Error("a campaign was wanted for a mailbox that does not exist");
  // Two at once would choose the same number; the lock ends with the transaction.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns:${mailbox.workspaceId}`}, 0))`);
  const made = (await findDirect(tx, mailboxId)) ?? (await insertDirect(tx, mailbox));
  await tx.insert(campaignMailboxes).values({ campaignId: made.id, mailboxId }).onConflictDoNothing();
  return made;
}

async function findDirect(tx: Database, mailboxId: string) {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.directMailboxId, mailboxId));
  return campaign;
}

async function insertDirect(tx: Database, mailbox: { id: string; workspaceId: string }) {
  const [highest] = await tx
    .select({ number: sql<string | null>`max(${campaigns.number})` })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, mailbox.workspaceId));
  const number = Math.max(FIRST_NUMBER, Number(highest?.number ?? 0) + 1);
  const [campaign] = await tx
    .insert(campaigns)
    .values({ workspaceId: mailbox.workspaceId, number, name: "Direct", directMailboxId: mailbox.id })
    .returning();
  return campaign!;
}
