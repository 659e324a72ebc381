import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, smartleadActions, threads } from "@/lib/db/schema";

type Told = { threadId: number; former: boolean | null; isUnread: boolean | null; at: Date };

/**
 * Who read a thread at Smartlead, or marked it unread there, did so here as well. Only a change there is news: `former` is what it
 * said last, null for a lead that was not known. What is still on its way to Smartlead stands.
 * @returns whether the thread has changed
 */
export async function followRemoteReadState(tx: Database, { threadId, former, isUnread, at }: Told): Promise<boolean> {
  if (isUnread === null || former === isUnread || (await isOnItsWay(tx, threadId))) return false;
  const theirs = and(eq(messages.threadId, threadId), eq(messages.direction, "in"));
  const [newest] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(theirs)
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(1);
  if (!newest) return false;
  const changed = isUnread
    ? await tx
        .update(messages)
        .set({ readAt: null })
        .where(and(eq(messages.id, newest.id), sql`${messages.readAt} is not null`))
        .returning({ id: messages.id })
    : await tx
        .update(messages)
        .set({ readAt: at })
        .where(and(theirs, isNull(messages.readAt)))
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
