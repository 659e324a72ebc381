import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import type { Incoming } from "./direction-of-message";

/** Of the messages' own ids those that stored messages of their mailboxes answer or refer to (index `messages_named`). */
export async function awaitedAmong(
  tx: Database,
  found: Pick<Incoming, "messageId" | "mailboxId">[],
): Promise<Set<string>> {
  const ids = new Set(found.map(({ messageId }) => messageId));
  const mailboxIds = [...new Set(found.map(({ mailboxId }) => mailboxId))];
  const children = await tx
    .select({ named: sql<string[]>`${messages.inReplyTo} || ${messages.references}` })
    .from(messages)
    .where(
      and(
        inArray(messages.mailboxId, mailboxIds),
        sql`(${messages.inReplyTo} || ${messages.references}) && ${sql.param([...ids])}::text[]`,
      ),
    );
  return new Set(children.flatMap(({ named }) => named.filter((id) => ids.has(id))));
}
