import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/**
 * Lets one transaction at a time place messages of a mailbox: two messages of one exchange that arrive together find each
 * other's thread. A statement of its own, since the next one must see what the former holder wrote.
 */
export async function lockMailbox(tx: Database, mailboxId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mailbox:${mailboxId}`}, 0))`);
}
