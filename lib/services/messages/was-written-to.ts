import { and, eq, gte, or, sql } from "drizzle-orm";
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
  const spellings = [...new Set([address, address.toLowerCase()])].map((spelling) =>
    JSON.stringify([{ address: spelling }]),
  );
  const rows = await tx
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
  return rows.length > 0;
}
