import { and, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";

/** Whether one of the workspace's mailboxes has written to an address, openly or as a blind copy (index `messages_recipients`). */
export async function wasWrittenTo(tx: Database, workspaceId: string, address: string): Promise<boolean> {
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
        or(...spellings.map((party) => sql`(${messages.to} || ${messages.cc} || ${messages.bcc}) @> ${party}::jsonb`)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
