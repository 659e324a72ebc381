import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadBrokenRows, smartleadCategories, smartleadConnections, smartleadWebhooks } from "@/lib/db/schema";

/** Deletes a connection that no campaign, lead, mailbox, message or action hangs on, with what only told of it. Call it in a transaction. */
export async function deleteConnection(tx: Database, connectionId: string): Promise<void> {
  for (const table of [smartleadWebhooks, smartleadBrokenRows, smartleadCategories])
    await tx.delete(table).where(eq(table.connectionId, connectionId));
  await tx.delete(smartleadConnections).where(eq(smartleadConnections.id, connectionId));
}
