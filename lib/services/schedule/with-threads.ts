import { aliasedTable, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, categories, leads, members, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { JudgedBy, ScheduleItem } from "@/lib/domain/schedule-item";
import type { Context } from "@/lib/services/context";
import { clocksOfLeads, type ClockOfLead } from "@/lib/services/leads/clocks-of-leads";
import type { FoundItem } from "./found-item";

export type Brief = Awaited<ReturnType<typeof briefsOf>> extends Map<number, infer Each> ? Each : never;
/** An entry with what its thread says of it. */
export type Told = ScheduleItem & { judgedBy: JudgedBy };

/** Adds to all entries what their threads say: names, category, who looks after them, and the leads' clocks. */
export async function withThreads(ctx: Context, found: FoundItem[]): Promise<Told[]> {
  const briefs = await briefsOf(ctx.db, [...new Set(found.map(({ threadId }) => threadId))]);
  const clockOf = await clocksOfLeads(ctx, [...briefs.values()]);
  return found.flatMap((each) => {
    const brief = briefs.get(each.threadId);
    return brief ? [told(each, brief, clockOf(brief))] : [];
  });
}

function told({ mailboxId, person, reply, ...item }: FoundItem, brief: Brief, ofLead: ClockOfLead): Told {
  // A reminder is its member's and a task its person's, whoever looks after the thread.
  const isOwn = item.comesUp !== null || item.kind === "task";
  return {
    ...item,
    ...sidesOf(brief, ofLead),
    name: nameOf(brief),
    company: brief.company ?? "",
    subject: brief.subject,
    category: brief.category,
    mailboxId: mailboxId ?? brief.mailboxId,
    person: isOwn ? person : (brief.assignee ?? person),
    reply: reply && { ...reply, outside: null },
  };
}

/** Whose clock and rules a time in the thread is looked at by. */
export const sidesOf = (
  { windowDays: days, windowStart: start, windowEnd: end }: Brief,
  { clock, country }: ClockOfLead,
): { clock: ScheduleItem["clock"]; judgedBy: JudgedBy } => ({
  clock: clock && { zone: clock.zone, certainty: clock.certainty, why: clock.why },
  judgedBy: { country, campaignWindow: days && start && end ? { days, start, end } : null },
});

/** The lead's or stranger's name as lists show it. */
export const nameOf = (brief: Pick<Brief, "firstName" | "lastName" | "contactName" | "address">): string =>
  leadName(brief) || brief.contactName || brief.address;

const assignees = aliasedTable(members, "assignees");

/** What the calendar says of threads, by their number. */
export async function briefsOf(db: Database, threadIds: number[]) {
  const rows =
    threadIds.length === 0
      ? []
      : await db
          .select({
            threadId: threads.id,
            mailboxId: threads.mailboxId,
            leadId: threads.leadId,
            address: threads.contactAddress,
            contactName: threads.contactName,
            subject: threads.subject,
            lastMessageAt: threads.lastMessageAt,
            firstName: leads.firstName,
            lastName: leads.lastName,
            company: leads.company,
            category: {
              id: categories.id,
              name: categories.name,
              kind: categories.kind,
              sentiment: categories.sentiment,
            },
            assignee: { id: assignees.id, name: assignees.name },
            windowDays: campaigns.windowDays,
            windowStart: campaigns.windowStart,
            windowEnd: campaigns.windowEnd,
          })
          .from(threads)
          .leftJoin(leads, eq(leads.id, threads.leadId))
          .leftJoin(categories, eq(categories.id, threads.categoryId))
          .leftJoin(assignees, eq(assignees.id, threads.assigneeId))
          .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
          .where(sql`${threads.id} = any(${sql.param(threadIds)}::bigint[])`);
  return new Map(rows.map((row) => [row.threadId, row]));
}
