import { asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { isPresentHash } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import { apiKeys, mailboxes, smartleadConnections } from "@/lib/db/schema";
import { resealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { resealSmartlead } from "@/lib/services/smartlead/smartlead-secrets";

export type Rotated = {
  /** Mailboxes with sealed values, and how many of these values were moved just now. */
  mailboxes: number;
  moved: number;
  /** API keys that are found by a hash under the former key only, until they are used once more. */
  apiKeysLeft: number;
  /** Connections to Smartlead, whose values are among those that were moved. */
  connections: number;
};

/**
 * Moves everything that is sealed from ENCRYPTION_KEY_OLD to ENCRYPTION_KEY, all or nothing. What lies under the present key is
 * left as it is, so that a second run finishes what a straggler wrote. A row is read under its lock: no token that the app renews
 * meanwhile is lost.
 * @throws when a value can be read with neither key; nothing is changed then
 */
export async function rotateSealedValues(db: Database): Promise<Rotated> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(mailboxes)
      .where(or(isNotNull(mailboxes.imapPassword), isNotNull(mailboxes.smtpPassword), isNotNull(mailboxes.oauthTokens)))
      .orderBy(asc(mailboxes.id))
      .for("no key update");
    let moved = 0;
    for (const row of rows) {
      const values = resealSecrets(row);
      const count = Object.keys(values).length;
      if (count === 0) continue;
      moved += count;
      await tx.update(mailboxes).set(values).where(eq(mailboxes.id, row.id));
    }
    const connections = await tx
      .select()
      .from(smartleadConnections)
      .orderBy(asc(smartleadConnections.id))
      .for("no key update");
    for (const row of connections) {
      const values = resealSmartlead(row);
      const count = Object.keys(values).length;
      if (count === 0) continue;
      moved += count;
      await tx.update(smartleadConnections).set(values).where(eq(smartleadConnections.id, row.id));
    }
    const keys = await tx.select({ hash: apiKeys.hash }).from(apiKeys).where(isNull(apiKeys.revokedAt));
    const apiKeysLeft = keys.filter(({ hash }) => !isPresentHash(hash)).length;
    return { mailboxes: rows.length, connections: connections.length, moved, apiKeysLeft };
  });
}
