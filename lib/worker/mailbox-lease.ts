import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";

export type Mailbox = typeof mailboxes.$inferSelect;

/** How long a lease holds without being renewed; it is renewed when a third of that is over. */
export const LEASE_SECONDS = 30;

/**
 * Takes every real mailbox that nobody reads, renews this worker's leases, and returns the mailboxes that are its own now.
 * Instants are the database's, so that the clocks of two machines may differ. One statement takes: two workers never get the same.
 */
export async function leaseMailboxes(db: Database, workerId: string): Promise<Mailbox[]> {
  await db.execute(sql`
    update mailboxes set lease_owner = ${workerId}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (
      select mailbox.id from mailboxes mailbox join workspaces workspace on workspace.id = mailbox.workspace_id
      where mailbox.engine = 'smtp' and workspace.kind = 'team' and mailbox.disabled_at is null
        and mailbox.removed_at is null and mailbox.imap_host is not null
        and (mailbox.lease_until is null or mailbox.lease_until < now()
          or (mailbox.lease_owner = ${workerId} and mailbox.lease_until < now() + make_interval(secs => ${(LEASE_SECONDS * 2) / 3})))
      for no key update of mailbox skip locked)`);
  return db
    .select()
    .from(mailboxes)
    .where(
      and(
        eq(mailboxes.leaseOwner, workerId),
        isNull(mailboxes.disabledAt),
        isNull(mailboxes.removedAt),
        sql`${mailboxes.leaseUntil} > now()`,
      ),
    );
}

/** Gives back all leases of a worker that ends, so that the next one need not wait for them to run out. */
export async function releaseLeases(db: Database, workerId: string): Promise<void> {
  await db.update(mailboxes).set({ leaseOwner: null, leaseUntil: null }).where(eq(mailboxes.leaseOwner, workerId));
}
