import { and, desc, eq, gte, isNotNull, lt, lte, ne } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { type FoundItem, PLAIN, type SpanFilter } from "./found-item";

/** Nobody announces a return further ahead. */
const LONGEST_LEAVE_MS = 400 * 86_400_000;

/**
 * The days of a span on which leads are back, by what their newest automatic answer with a day says. A day of the lead's calendar:
 * it stands at midnight UTC of that date, as all that takes a whole day does.
 */
export async function returnsOfSpan(
  { actor, db }: Context,
  { from, to, days, mailboxId, memberId }: SpanFilter,
  limit: number,
): Promise<FoundItem[]> {
  const said = db
    .selectDistinctOn([messages.threadId], {
      id: messages.id,
      threadId: messages.threadId,
      returnDate: messages.returnDate,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(
      and(
        eq(messages.workspaceId, actor.workspaceId),
        inScope(actor),
        gte(messages.sentAt, new Date(from.getTime() - LONGEST_LEAVE_MS)),
        lt(messages.sentAt, to),
        isNotNull(messages.returnDate),
        ne(threads.kind, "bulk"),
        mailboxId ? eq(threads.mailboxId, mailboxId) : undefined,
        memberId ? eq(threads.assigneeId, memberId) : undefined,
      ),
    )
    .orderBy(messages.threadId, desc(messages.sentAt), desc(messages.id))
    .as("said");
  const rows = await db
    .select()
    .from(said)
    .where(and(gte(said.returnDate, days.first), lte(said.returnDate, days.last)))
    .orderBy(said.returnDate, said.threadId)
    .limit(limit);
  return rows.map(({ id, threadId, returnDate }) => ({
    ...PLAIN,
    id,
    threadId,
    kind: "return",
    at: `${returnDate}T00:00:00.000Z`,
    isAllDay: true,
    words: "",
  }));
}
