import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { LEASE_SECONDS } from "./mailbox-lease";

/**
 * Takes every connection to Smartlead that nobody reads, renews this worker's leases, and returns the connections that are its own
 * now. Instants are the database's. One statement takes: two workers never get the same.
 */
export async function leaseConnections(db: Database, workerId: string): Promise<ConnectionRow[]> {
  await db.execute(sql`
    update smartlead_connections set lease_owner = ${workerId}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (
      select connection.id from smartlead_connections connection
      where connection.key is not null and connection.disconnected_at is null
        and (connection.lease_until is null or connection.lease_until < now()
          or (connection.lease_owner = ${workerId}
            and connection.lease_until < now() + make_interval(secs => ${(LEASE_SECONDS * 2) / 3})))
      for no key update of connection skip locked)`);
  return db
    .select()
    .from(smartleadConnections)
    .where(
      and(
        eq(smartleadConnections.leaseOwner, workerId),
        isNotNull(smartleadConnections.key),
        sql`${smartleadConnections.leaseUntil} > now()`,
      ),
    );
}

/** Gives back all leases of a worker that ends, so that the next one need not wait for them to run out. */
export async function releaseConnections(db: Database, workerId: string): Promise<void> {
  await db
    .update(smartleadConnections)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(eq(smartleadConnections.leaseOwner, workerId));
}
