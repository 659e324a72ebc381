import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { mailboxes, replies, threads } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { mayStandIn } from "@/lib/services/replies/sending-mailboxes";
import { getMailbox } from "./get-mailbox";
import type { Leaving, MailboxInput } from "./schemas";

/** What hangs on a mailbox that somebody thinks of disabling or removing. @throws AppError `forbidden`, `not_found` */
export async function getLeaving(context: Context, { mailboxId }: MailboxInput): Promise<Leaving> {
  const { actor, db } = context;
  may(actor, "mailbox.manage");
  await getMailbox(context, { mailboxId });
  const counted = await db
    .select({ status: replies.status, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(
      and(
        eq(replies.mailboxId, mailboxId),
        inArray(replies.status, ["awaiting_approval", "scheduled", "queued", "sending", "failed", "unknown"]),
      ),
    )
    .groupBy(replies.status);
  const countOf = (...statuses: (typeof counted)[number]["status"][]) =>
    counted.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    // Of what no list shows nobody knows that it hangs there.
    threads: await db.$count(threads, and(eq(threads.mailboxId, mailboxId), ne(threads.kind, "bulk"))),
    waiting: countOf("awaiting_approval", "scheduled", "queued"),
    failed: countOf("failed"),
    untouched: countOf("sending", "unknown"),
    others: await db
      .select({ id: mailboxes.id, address: mailboxes.address })
      .from(mailboxes)
      .where(mayStandIn({ workspaceId: actor.workspaceId, mailboxId }))
      .orderBy(asc(mailboxes.address)),
  };
}
