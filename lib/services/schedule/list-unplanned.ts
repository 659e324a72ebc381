import { asc, eq } from "drizzle-orm";
import { categories, leads, threads } from "@/lib/db/schema";
import type { UnplannedThread } from "@/lib/domain/schedule-item";
import { may, type Context } from "@/lib/services/context";
import { clocksOfLeads } from "@/lib/services/leads/clocks-of-leads";
import { isUnplanned } from "./unplanned-threads";
import { briefsOf, nameOf, sidesOf } from "./with-threads";

const MOST = 100;

/** Leads who want something and for whom nothing is planned, the longest silence first: at most 100. */
export async function listUnplanned(ctx: Context): Promise<UnplannedThread[]> {
  const { actor, db } = ctx;
  may(actor, "plan.read");
  const found = await db
    .select({ id: threads.id })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(isUnplanned(db, actor))
    .orderBy(asc(threads.lastMessageAt), asc(threads.id))
    .limit(MOST);
  const briefs = await briefsOf(
    db,
    found.map(({ id }) => id),
  );
  const clockOf = await clocksOfLeads(ctx, [...briefs.values()]);
  return found.flatMap(({ id }) => {
    const brief = briefs.get(id);
    if (!brief) return [];
    const { threadId, company, subject, category, mailboxId, assignee, lastMessageAt } = brief;
    return {
      threadId,
      name: nameOf(brief),
      company: company ?? "",
      subject,
      category,
      mailboxId,
      assignee,
      silentSince: lastMessageAt.toISOString(),
      ...sidesOf(brief, clockOf(brief)),
    };
  });
}
