import { and, eq, inArray, sql } from "drizzle-orm";
import { categories, leads, members, threads } from "@/lib/db/schema";
import type { InsightThread } from "@/lib/domain/insights/insight-blocks";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { LEAD_NAME } from "@/lib/services/leads/lead-name-column";

/** Cases with what a list shows of their threads, in the order given. */
export async function toldThreads({ actor, db }: Context, cases: InsightCase[]): Promise<InsightThread[]> {
  if (cases.length === 0) return [];
  const ids = [...new Set(cases.map(({ threadId }) => threadId))];
  const found = await db
    .select({
      id: threads.id,
      name: sql<string>`coalesce(nullif(${LEAD_NAME}, ''), nullif(${threads.contactName}, ''), ${threads.contactAddress})`,
      company: sql<string>`coalesce(${leads.company}, '')`,
      subject: threads.subject,
      category: { id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment },
      assignee: { id: members.id, name: members.name },
    })
    .from(threads)
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(members, eq(members.id, threads.assigneeId))
    .where(and(threadsOf(actor), inArray(threads.id, ids)));
  const told = new Map(found.map((row) => [row.id, row]));
  return cases.flatMap(({ threadId, at, tookMs }) => {
    const thread = told.get(threadId);
    if (!thread) return [];
    const { id: _id, ...shown } = thread;
    return [{ threadId, at: new Date(at).toISOString(), tookMs, ...shown }];
  });
}
