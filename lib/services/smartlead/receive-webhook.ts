import { and, eq, isNotNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, smartleadWebhooks } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { isGenuineWebhook, parseWebhook } from "@/lib/smartlead/webhook";
import { smartleadSecrets, webhookSecretHash } from "./smartlead-secrets";
import { storeBrokenRows } from "./store-broken-rows";

type Delivery = { secret: string; body: Buffer; signature: string | null; requestId: string | null };

/**
 * Keeps a webhook's delivery and orders that what it is about is read again. Nobody is signed in: the secret in the address says
 * whose it is, and a signature is checked where one can be. A repeated delivery changes nothing.
 * @returns `unknown` where nobody has this secret (or no longer), or the signature is wrong
 */
export async function receiveWebhook(
  { db, now }: { db: Database; now: Clock },
  { secret, body, signature, requestId }: Delivery,
): Promise<"stored" | "repeated" | "unreadable" | "unknown"> {
  const isIt = and(
    eq(smartleadConnections.webhookHash, webhookSecretHash(secret)),
    isNotNull(smartleadConnections.key),
  );
  const [connection] = await db.select().from(smartleadConnections).where(isIt);
  if (!connection) return "unknown";
  if (!isGenuineWebhook({ body, urlSecret: secret, signature }, smartleadSecrets(connection))) return "unknown";
  const text = body.toString("utf8");
  const event = parseWebhook(text, requestId);
  if (!event) {
    await storeBrokenRows({ db, now }, connection, "webhook", [{ raw: text, reason: "event_type: required" }]);
    return "unreadable";
  }
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(smartleadWebhooks)
      .values({
        workspaceId: connection.workspaceId,
        connectionId: connection.id,
        dedupeKey: event.dedupeKey,
        eventType: event.type,
        body: event.raw,
        receivedAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: smartleadWebhooks.id });
    if (!made) return "repeated";
    await enqueue(tx, JOBS.readSmartleadWebhook, { webhookId: made.id, look: 1 });
    return "stored";
  });
}
