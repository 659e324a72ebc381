import { and, eq, gte, or, type SQL, sql } from "drizzle-orm";
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
 * Of these addresses those for which `wasWrittenTo` holds, in one statement. Each is looked up by itself: what the index finds hangs on
 * what stands in the row of the list.
 */
export async function writtenAmong(tx: Database, workspaceId: string, addresses: string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const asSpelled = sql.param(addresses.map(asParty));
  const inLowerCase = sql.param(addresses.map((address) => asParty(address.toLowerCase())));
  const { rows } = await tx.execute<{ address: string }>(sql`
    select asked.address from unnest(${sql.param(addresses)}::text[], ${asSpelled}::jsonb[], ${inLowerCase}::jsonb[])
      asked (address, as_spelled, in_lower_case)
    where exists (select from ${messages} where ${and(isOurs(workspaceId), or(isTo(sql`asked.as_spelled`), isTo(sql`asked.in_lower_case`)))})`);
  return new Set(rows.map(({ address }) => address));
}

function oneWrittenTo(tx: Database, workspaceId: string, address: string, narrower?: Narrower) {
  const spellings = [...new Set([address, address.toLowerCase()])];
  return tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        isOurs(workspaceId),
        narrower ? eq(messages.mailboxId, narrower.mailboxId) : undefined,
        narrower ? gte(messages.sentAt, narrower.since) : undefined,
        or(...spellings.map((spelling) => isTo(sql`${asParty(spelling)}`))),
      ),
    )
    .limit(1);
}

const isOurs = (workspaceId: string) =>
  and(
    eq(messages.workspaceId, workspaceId),
    sql`${messages.direction} = 'out'`,
    sql`${messages.automaticReason} is distinct from ${UNPROVEN_SENDER}`,
    sql`coalesce(${messages.automaticReason}, '') not like ${`${WARM_UP}:%`}`,
  );

/** As `messages_recipients` finds it. */
const isTo = (party: SQL): SQL => sql`(${messages.to} || ${messages.cc} || ${messages.bcc}) @> ${party}::jsonb`;

const asParty = (address: string): string => JSON.stringify([{ address }]);
