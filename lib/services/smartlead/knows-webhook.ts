import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";
import { webhookSecretHash } from "./smartlead-secrets";

/** Whether somebody has this secret in a webhook's address, for whoever has not read the body yet. */
export async function knowsWebhook(db: Database, secret: string): Promise<boolean> {
  const { id, key, webhookHash } = smartleadConnections;
  const isIt = and(eq(webhookHash, webhookSecretHash(secret)), isNotNull(key));
  return (await db.select({ id }).from(smartleadConnections).where(isIt)).length > 0;
}
