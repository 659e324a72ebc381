import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, mailboxes, messages, threads } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";
import { replyChecks, type ReplyChecks } from "@/lib/domain/reply-checks";
import type { ReviewedText } from "@/lib/domain/review";
import type { ReviewRow } from "./lock-review";

/** What the author's composer points out, for who looks at a reply of a thread that the caller has found. */
export async function checksOfReply(
  db: Database,
  { threadId, workspaceId }: ReviewRow,
  text: ReviewedText,
): Promise<ReplyChecks> {
  const { fromAddress, replyTo, to, cc } = messages;
  const said = await db.select({ fromAddress, replyTo, to, cc }).from(messages).where(eq(messages.threadId, threadId));
  const [lead] = await db
    .select({ address: leads.email })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .where(eq(threads.id, threadId));
  const own = await db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, workspaceId));
  const theirs = lead ? [lead.address] : [];
  const parties = said.flatMap((message) => [...message.replyTo, ...message.to, ...message.cc]);
  const known = [...theirs, ...said.map((message) => message.fromAddress), ...parties.map(({ address }) => address)];
  return replyChecks(text, {
    known: new Set(known.map(addressKey)),
    inside: new Set([...theirs, ...own.map(({ address }) => address)].map(domainOf)),
  });
}
