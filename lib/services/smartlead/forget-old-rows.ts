import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/**
 * Deliveries are repeated for hours, not for weeks, and a row that was broken long ago is either read by now or gone. Calls count for
 * a minute; those of a key that calls no more are nobody else's to forget.
 */
export async function forgetOldRows(db: Database): Promise<void> {
  await db.execute(sql`delete from smartlead_webhooks where received_at < now() - interval '30 days'`);
  await db.execute(sql`delete from smartlead_broken_rows where last_seen_at < now() - interval '30 days'`);
  await db.execute(sql`delete from smartlead_calls where at < now() - interval '1 hour'`);
}
