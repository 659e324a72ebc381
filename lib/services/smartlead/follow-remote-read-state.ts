import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, smartleadActions, threads } from "@/lib/db/schema";

type Told = {
  threadId: number;
  former: boolean | null;
  isUnread: boolean | null;
  /** The newest answer that Smartlead knew of when it said so; null where it did not tell. */
  upTo: Date | null;
  at: Date;
};

/** Clocks of mail tell whole seconds, those of Smartlead fractions of them. */
const SECOND_MS = 1_000;

/**
 * Who read a thread at Smartlead, or marked it unread there, did so here as well. Only a change there is news: `former` is what it
 * said last, null for a lead that was not known. What is still on its way to Smartlead stands, and an answer that came since is
 * nobody's to have read.
 * @returns whether the thread has changed
 */
export async function followRemoteReadState(
  tx: Database,
  { threadId, former, isUnread, upTo, at }: Told,
): Promise<boolean> {
  if (isUnread === null || former === isUnread || (await isOnItsWay(tx, threadId))) return false;
  // Before its messages, as whoever marks it read locks them.
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("update");
  const theirs = and(eq(messages.threadId, threadId), eq(messages.direction, "in"));
  const [newest] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(theirs)
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1);
  if (!newest) return false;
  const isMeant = upTo ? lt(messages.sentAt, new Date(upTo.getTime() + SECOND_MS)) : undefined;
  const changed = isUnread
    ? await tx
        .update(messages)
        .set({ readAt: null })
        .where(and(eq(messages.id, newest.id), sql`${messages.readAt} is not null`))
        .returning({ id: messages.id })
    : await tx
        .update(messages)
        .set({ readAt: at })
        .where(and(theirs, isNull(messages.readAt), isMeant))
        .returning({ id: messages.id });
  if (changed.length === 0) return false;
  await tx
    .update(threads)
    .set({ unreadCount: await tx.$count(messages, and(theirs, isNull(messages.readAt))) })
    .where(eq(threads.id, threadId));
  return true;
}

async function isOnItsWay(tx: Database, threadId: number): Promise<boolean> {
  const pending = and(
    eq(smartleadActions.threadId, threadId),
    eq(smartleadActions.kind, "read_state"),
    eq(smartleadActions.state, "pending"),
  );
  return (await tx.$count(smartleadActions, pending)) > 0;
}
