import { asc, count, eq } from "drizzle-orm";
import { categories, leads, threads } from "@/lib/db/schema";
import type { UnplannedPage } from "@/lib/domain/schedule-item";
import { may, type Context } from "@/lib/services/context";
import { clocksOfLeads } from "@/lib/services/leads/clocks-of-leads";
import type { ListUnplannedInput } from "./schemas";
import { isUnplanned } from "./unplanned-threads";
import { briefsOf, nameOf, sidesOf } from "./with-threads";

const PAGE = 100;

/** Leads who want something and for whom nothing is planned, the longest silence first: page by page, with how many there are. */
export async function listUnplanned(ctx: Context, { cursor }: ListUnplannedInput): Promise<UnplannedPage> {
  const { actor, db } = ctx;
  may(actor, "plan.read");
  const begin = Number(cursor ?? 0);
  const [all] = await db
    .select({ total: count() })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(isUnplanned(db, actor));
  const found = await db
    .select({ id: threads.id })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(isUnplanned(db, actor))
    .orderBy(asc(threads.lastMessageAt), asc(threads.id))
    .limit(PAGE)
    .offset(begin);
  const briefs = await briefsOf(
    db,
    found.map(({ id }) => id),
  );
  const clockOf = await clocksOfLeads(ctx, [...briefs.values()]);
  const shown = found.flatMap(({ id }) => {
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
  const end = begin + PAGE;
  return { threads: shown, total: all!.total, nextCursor: end < all!.total ? String(end) : null };
}
