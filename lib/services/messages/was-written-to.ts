import { and, eq, exists, gte, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import { UNPROVEN_SENDER } from "./unproven-sender";
import { WARM_UP } from "./warm-up-reason";

type Narrower = { mailboxId: string; since: Date };

/**
 * Whether one of the workspace's mailboxes has written to an address, openly or as a blind copy (index `messages_recipients`);
 * with `narrower` that mailbox, since then. What merely claims to be from us does not count, nor does warm-up mail.
 */
export async function wasWrittenTo(
  tx: Database,
  workspaceId: string,
  address: string,
  narrower?: Narrower,
): Promise<boolean> {
  return (await oneWrittenTo(tx, workspaceId, address, narrower)).length > 0;
}

/**
 * Of these addresses those for which `wasWrittenTo` holds, in one statement. Each is asked for by its own words: joined to a list,
 * the index could not be used.
 */
export async function writtenAmong(tx: Database, workspaceId: string, addresses: string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const asked = addresses.map(
    (address) => sql`select ${address}::text as address where ${exists(oneWrittenTo(tx, workspaceId, address))}`,
  );
  const { rows } = await tx.execute<{ address: string }>(sql.join(asked, sql` union all `));
  return new Set(rows.map(({ address }) => address));
}

function oneWrittenTo(tx: Database, workspaceId: string, address: string, narrower?: Narrower) {
  const spellings = [...new Set([address, address.toLowerCase()])].map((spelling) =>
    JSON.stringify([{ address: spelling }]),
  );
  return tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        sql`${messages.direction} = 'out'`,
        sql`${messages.automaticReason} is distinct from ${UNPROVEN_SENDER}`,
        sql`coalesce(${messages.automaticReason}, '') not like ${`${WARM_UP}:%`}`,
        narrower ? eq(messages.mailboxId, narrower.mailboxId) : undefined,
        narrower ? gte(messages.sentAt, narrower.since) : undefined,
        or(...spellings.map((party) => sql`(${messages.to} || ${messages.cc} || ${messages.bcc}) @> ${party}::jsonb`)),
      ),
    )
    .limit(1);
}
