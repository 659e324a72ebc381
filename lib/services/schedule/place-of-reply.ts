import { eq, or, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { campaigns, leads, mailboxes, members, messages, threads } from "@/lib/db/schema";
import type { ReplyRow } from "@/lib/services/replies/reply-row";

/** What a reply stands in: the message that it answers, its thread's campaign (a stranger's goes by its mailbox's own), lead and author. */
export async function placeOfReply(tx: Database, { threadId, mailboxId, parentId, authorId }: ReplyRow) {
  const [found] = await tx
    .select({
      thread: threads,
      campaign: campaigns,
      lead: leads,
      mailbox: mailboxes,
      parent: { statsId: messages.statsId, messageId: messages.messageId },
      author: { name: members.name, email: members.email },
    })
    .from(threads)
    .innerJoin(messages, eq(messages.id, parentId))
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxId))
    .innerJoin(members, eq(members.id, authorId))
    .innerJoin(
      campaigns,
      or(
        eq(campaigns.id, threads.campaignId),
        sql`${threads.campaignId} is null and ${campaigns.directMailboxId} = ${threads.mailboxId}`,
      ),
    )
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(eq(threads.id, threadId));
  if (!found) throw new AppError("not_found", { reason: "campaign" });
  return found;
}
