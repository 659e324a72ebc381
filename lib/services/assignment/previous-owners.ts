import { and, desc, eq, isNotNull, ne, not, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, threads } from "@/lib/db/schema";

/**
 * Who has looked after a thread's lead: the thread's own last owner first, then those of the lead's other threads, the latest first. Who
 * had it only by a reply that was taken back has not, nor who had it by a rule whose cause was.
 */
export async function previousOwners(
  tx: Database,
  { id, leadId }: { id: number; leadId: string | null },
): Promise<string[]> {
  const to = sql<string>`${events.data} ->> 'to'`;
  const own = await tx
    .select({ memberId: to })
    .from(events)
    .where(and(eq(events.threadId, id), eq(events.kind, "thread.assigned"), isNotNull(to), not(isGivenBack)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  const others =
    leadId === null
      ? []
      : await tx
          .select({ memberId: threads.assigneeId })
          .from(threads)
          .where(and(eq(threads.leadId, leadId), ne(threads.id, id), isNotNull(threads.assigneeId)))
          .orderBy(sql`${threads.assignedAt} desc nulls last`, desc(threads.lastMessageAt), desc(threads.id));
  return [...own, ...others].flatMap(({ memberId }) => memberId ?? []);
}

/** By the same reply (`giveBackByReply`) or as what a rule had given (`giveBackByRule`), in the same thread. */
const isGivenBack = sql`exists (select from ${events} as back where back.thread_id = ${events.threadId}
  and back.kind = 'thread.assigned' and back.data ->> 'to' is null
  and (back.data ->> 'reply' = ${events.data} ->> 'reply' or back.data ->> 'given' = ${events.id}::text))`;
