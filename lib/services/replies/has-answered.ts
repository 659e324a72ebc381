import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes, members, messages, threads, type leads } from "@/lib/db/schema";
import { answersNoForward } from "../messages/answers-no-forward";
import { isForward } from "../messages/is-forward";
import type { ReplyRow } from "./reply-row";

type Lead = typeof leads.$inferSelect;

/** Whether somebody of the other side wrote, in whatever thread or mailbox, and we first saw it after the order. */
export async function hasAnswered(tx: Database, reply: ReplyRow, lead: Lead | null): Promise<boolean> {
  const others = await otherSide(tx, reply, lead);
  const [answer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, reply.workspaceId),
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        gt(messages.firstSeenAt, reply.acceptedAt),
        answersNoForward(lead?.id ?? null),
        or(
          eq(messages.threadId, reply.threadId),
          // Another thread of the lead, in which it may write under another address.
          lead ? inArray(messages.threadId, threadsOf(tx, lead)) : undefined,
          others.length > 0 ? inArray(messages.fromAddress, others) : undefined,
        ),
      ),
    )
    .limit(1);
  return answer !== undefined;
}

const threadsOf = (tx: Database, lead: Lead) =>
  tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, lead.id));

/** The lead and the colleagues in the thread: everybody in it but our own mailboxes and members. */
async function otherSide(tx: Database, reply: ReplyRow, lead: Lead | null): Promise<string[]> {
  const seen = await tx
    .select({ from: messages.fromAddress, to: messages.to, cc: messages.cc })
    .from(messages)
    .where(and(eq(messages.threadId, reply.threadId), sql`not ${isForward(sql`${messages}`)}`));
  const parties = [...reply.to, ...reply.cc, ...seen.flatMap(({ to, cc }) => [...to, ...cc])];
  const addresses = new Set(
    [lead?.email ?? "", ...seen.map(({ from }) => from), ...parties.map(({ address }) => address)]
      .map((address) => address.toLowerCase())
      .filter(Boolean),
  );
  const own = await tx
    .select({ address: sql<string>`lower(${mailboxes.address}::text)` })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, reply.workspaceId))
    .unionAll(
      tx
        .select({ address: sql<string>`lower(${members.email}::text)` })
        .from(members)
        .where(eq(members.workspaceId, reply.workspaceId)),
    );
  for (const { address } of own) addresses.delete(address);
  return [...addresses];
}
