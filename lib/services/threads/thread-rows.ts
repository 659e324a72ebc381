import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, categories, leads, mailboxes, members, threads } from "@/lib/db/schema";
import type { ThreadRow } from "@/lib/domain/thread-view";

/** A row with its place in the list, as the database writes the time (to the microsecond, in UTC). */
export type PlacedRow = { row: ThreadRow; at: string };

/** The newest threads that meet `where`. The page is cut before anything is joined, so that the joins touch its rows only. */
export async function threadRows(db: Database, where: SQL | undefined, limit: number): Promise<PlacedRow[]> {
  const page = db
    .select()
    .from(threads)
    .where(where)
    .orderBy(...newestFirst(threads))
    .limit(limit)
    .as("page");
  const found = await db
    .select({
      page: { ...page._.selectedFields },
      at: sql<string>`(${page.lastMessageAt} at time zone 'UTC')::text || '+00'`,
      lead: { firstName: leads.firstName, lastName: leads.lastName, company: leads.company },
      campaign: { number: campaigns.number, name: campaigns.name },
      category: { id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment },
      mailbox: { id: mailboxes.id, address: mailboxes.address, colour: mailboxes.colour },
      assignee: { id: members.id, name: members.name },
    })
    .from(page)
    .innerJoin(mailboxes, eq(mailboxes.id, page.mailboxId))
    .leftJoin(leads, eq(leads.id, page.leadId))
    .leftJoin(campaigns, eq(campaigns.id, page.campaignId))
    .leftJoin(categories, eq(categories.id, page.categoryId))
    .leftJoin(members, eq(members.id, page.assigneeId))
    .orderBy(...newestFirst(page));
  return found.map((each) => ({ row: rowOf(each), at: each.at }));
}

type Found = {
  page: typeof threads.$inferSelect;
  lead: { firstName: string; lastName: string; company: string } | null;
} & Pick<ThreadRow, "campaign" | "category" | "mailbox" | "assignee">;

function rowOf({ page, lead, campaign, category, mailbox, assignee }: Found): ThreadRow {
  const { id, kind, subject, snippet, lastDirection, messageCount, unreadCount, hasAttachments, troubleCount } = page;
  const named = lead ? `${lead.firstName} ${lead.lastName}`.trim() : "";
  return {
    id,
    kind,
    name: named || page.contactName || page.contactAddress,
    address: page.contactAddress,
    company: lead?.company ?? "",
    subject,
    snippet,
    lastMessageAt: page.lastMessageAt.toISOString(),
    lastDirection,
    messageCount,
    unreadCount,
    hasAttachments,
    isAwaitingAnswer: page.isAwaitingAnswer,
    isArchived: page.archivedAt !== null,
    nextReplyAt: page.nextReplyAt?.toISOString() ?? null,
    troubleCount,
    category,
    campaign,
    mailbox,
    assignee,
  };
}

/** The indexes were made with nulls last; the planner uses them only for the very same order. */
const newestFirst = (of: Record<"lastMessageAt" | "id", unknown>): SQL[] => [
  sql`${of.lastMessageAt} desc nulls last`,
  sql`${of.id} desc nulls last`,
];
