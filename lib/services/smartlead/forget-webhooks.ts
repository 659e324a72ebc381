import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/** Deliveries are repeated for hours, not for weeks: those that were worked off long ago are forgotten. */
export async function forgetWebhooks(db: Database): Promise<void> {
  await db.execute(sql`delete from smartlead_webhooks where received_at < now() - interval '30 days'`);
}
