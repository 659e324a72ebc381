import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, smartleadMailboxes, type mailboxes } from "@/lib/db/schema";

type Reading = { mailboxId: string; lastReadAt: Date | null; isFailing: boolean };

/**
 * When each mailbox was last read by all who read it: its own server, Smartlead, or both. Once Smartlead is disconnected it is read
 * by nobody there, and not waited for.
 */
export async function lastReadings(tx: Database, boxes: (typeof mailboxes.$inferSelect)[]): Promise<Reading[]> {
  const ids = boxes.map(({ id }) => id);
  const remote = await tx
    .select({ mailboxId: smartleadMailboxes.mailboxId, connection: smartleadConnections })
    .from(smartleadMailboxes)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadMailboxes.connectionId))
    .where(inArray(smartleadMailboxes.mailboxId, ids));
  const connections = new Map(remote.map(({ mailboxId, connection }) => [mailboxId, connection]));
  return boxes.flatMap((box) => {
    const connection = connections.get(box.id);
    const own: Reading = { mailboxId: box.id, lastReadAt: box.lastSyncedAt, isFailing: box.state === "failing" };
    const readings = box.engine === "smartlead" ? [] : [own];
    if (connection && connection.state !== "disconnected")
      readings.push({
        mailboxId: box.id,
        lastReadAt: connection.lastPolledAt,
        isFailing: connection.state === "failing",
      });
    return readings;
  });
}
