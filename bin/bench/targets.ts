import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, leads, mailboxes, messages, threads } from "@/lib/db/schema";

/** A thread of which we wrote the newest message, and how its lead would answer it. */
export type Answered = { threadId: number; mailbox: string; lead: string; messageId: string; subject: string };

/** Threads that the bench opens, answers and has answered; no thread serves two ends. */
export async function findTargets(db: Database, count: number) {
  const isLead = and(eq(threads.kind, "lead"), gt(threads.messageCount, 1));
  const order = [desc(threads.lastMessageAt), desc(threads.id)];
  const waiting = await db
    .select({ id: threads.id })
    .from(threads)
    .where(and(isLead, sql`is_awaiting_answer and archived_at is null`))
    .orderBy(...order)
    .limit(5 * count);
  const answered = await db
    .select({
      threadId: threads.id,
      mailbox: mailboxes.address,
      lead: leads.email,
      messageId: messages.messageId,
      subject: threads.subject,
    })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(messages, eq(messages.id, threads.lastMessageId))
    .where(and(isLead, sql`not is_awaiting_answer and archived_at is null`))
    .orderBy(...order)
    .limit(count);
  const numbers = await db
    .select({ number: campaigns.number })
    .from(campaigns)
    .where(sql`direct_mailbox_id is null`);
  return {
    /** The newest are in view when the inbox opens; the composer gets others. */
    toRead: waiting.map(({ id }) => id),
    toAnswer: waiting.slice(-count).map(({ id }) => id),
    answered,
    campaigns: numbers.map(({ number }) => number),
  };
}
