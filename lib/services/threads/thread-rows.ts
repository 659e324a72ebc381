import { aliasedTable, and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { campaigns, categories, drafts, leads, mailboxes, members, messages, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import { roleMay } from "@/lib/domain/permissions";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { isForReader } from "@/lib/services/access/is-for-reader";
import type { Context } from "@/lib/services/context";
import { wantedBack } from "@/lib/services/reminders/wanted-back";
import { isOwnDraft, orderBy } from "./list-order";
import { isoTimeOf, type Wanted, writtenTime } from "./thread-places";

/** A row with its place in the list, as the database writes the time (to the microsecond, in UTC). */
export type PlacedRow = { row: ThreadRow; at: string };

const PAGE = sql`page.id`;

/** Who handed the reader a draft. */
const handers = aliasedTable(members, "handers");

/** The first threads that meet `where`. */
export async function threadRows(ctx: Context, wanted: Wanted): Promise<PlacedRow[]> {
  const found = await foundRows(ctx, wanted);
  return found.map((each) => ({ row: rowFor(ctx.actor, each), at: each.at }));
}

/** The page is cut before anything is joined, so that the joins touch its rows only. */
function foundRows({ actor, db }: Context, { where, order, limit }: Wanted) {
  const from = db
    .select({ ...getTableColumns(threads), placedAt: sql<Date>`${order.column}`.as("placed_at") })
    .from(threads);
  const page = (order.isOwnDrafts ? from.innerJoin(drafts, isOwnDraft(actor)) : from)
    .where(where)
    .orderBy(...orderBy(order.column, threads.id, order.direction))
    .limit(limit)
    .as("page");
  return db
    .select({
      page: {
        id: page.id,
        kind: page.kind,
        subject: page.subject,
        lastMessageAt: page.lastMessageAt,
        lastDirection: page.lastDirection,
        contactName: page.contactName,
        contactAddress: page.contactAddress,
        snippet: page.snippet,
        messageCount: page.messageCount,
        unreadCount: page.unreadCount,
        hasAttachments: page.hasAttachments,
        isAwaitingAnswer: page.isAwaitingAnswer,
        awaitingSince: page.awaitingSince,
        isImportant: page.isImportant,
        archivedAt: page.archivedAt,
        nextReplyAt: page.nextReplyAt,
        troubleCount: page.troubleCount,
        outboxAt: page.outboxAt,
        outboxState: page.outboxState,
        outboxHeldReason: page.outboxHeldReason,
      },
      at: writtenTime(page.placedAt),
      lead: { firstName: leads.firstName, lastName: leads.lastName, company: leads.company },
      campaign: { number: campaigns.number, name: campaigns.name },
      category: { id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment },
      mailbox: { id: mailboxes.id, address: mailboxes.address, colour: mailboxes.colour },
      assignee: { id: members.id, name: members.name },
      snooze: wantedBack(actor.memberId, "snooze", PAGE),
      reminder: wantedBack(actor.memberId, "reminder", PAGE),
      draft: drafts.content,
      handedBy: handers.name,
      chain: nextStep,
      isReadable: isLastReadable(actor),
    })
    .from(page)
    .innerJoin(mailboxes, eq(mailboxes.id, page.mailboxId))
    .leftJoin(leads, eq(leads.id, page.leadId))
    .leftJoin(campaigns, eq(campaigns.id, page.campaignId))
    .leftJoin(categories, eq(categories.id, page.categoryId))
    .leftJoin(members, eq(members.id, page.assigneeId))
    .leftJoin(drafts, and(eq(drafts.threadId, page.id), eq(drafts.authorId, actor.memberId)))
    .leftJoin(handers, eq(handers.id, drafts.handedById))
    .orderBy(...orderBy(sql`${page.placedAt}`, sql`${page.id}`, order.direction));
}

/** Whether who reads may have the words of the last message, which stand in the row. */
function isLastReadable(actor: Context["actor"]): SQL<boolean> {
  const readable = isForReader(actor);
  const last = sql<boolean>`(select ${readable} from ${messages} where ${messages.id} = page.last_message_id)`;
  return readable ? last : sql<boolean>`true`;
}

/** Of the reply that leaves first its place among follow-ups; asked only of rows for which something waits. */
const nextStep = sql<{ step: number; steps: number } | null>`case when outbox_at is not null then (
  select json_build_object('step', next.chain_step, 'steps', (select count(*) from replies all_steps where all_steps.chain_id = next.chain_id))
  from replies next
  where next.thread_id = page.id and next.chain_id is not null and next.due_at = page.outbox_at
    and next.status not in ('sent', 'cancelled')
  limit 1
) end`;

type Found = Awaited<ReturnType<typeof foundRows>>[number];

/** Who reads no plans is not told what waits to leave. */
const rowFor = ({ role }: Context["actor"], found: Found): ThreadRow =>
  roleMay(role, "plan.read")
    ? rowOf(found)
    : {
        ...rowOf(found),
        ...(found.isReadable === false ? { snippet: "" } : {}),
        nextReplyAt: null,
        troubleCount: 0,
        outbox: null,
        draft: null,
      };

function rowOf({ page, at, lead, draft, handedBy, chain, ...found }: Found): ThreadRow {
  const { id, kind, subject, snippet, lastDirection, messageCount, unreadCount, hasAttachments, troubleCount } = page;
  const named = lead ? leadName(lead) : "";
  return {
    id,
    kind,
    name: named || page.contactName || page.contactAddress,
    address: page.contactAddress,
    company: lead?.company ?? "",
    subject,
    snippet,
    lastMessageAt: page.lastMessageAt.toISOString(),
    listedAt: isoTimeOf(at),
    lastDirection,
    messageCount,
    unreadCount,
    hasAttachments,
    isAwaitingAnswer: page.isAwaitingAnswer,
    awaitingSince: page.awaitingSince?.toISOString() ?? null,
    isArchived: page.archivedAt !== null,
    isImportant: page.isImportant,
    nextReplyAt: page.nextReplyAt?.toISOString() ?? null,
    troubleCount,
    outbox: outboxOf(page, chain),
    snooze: found.snooze,
    reminder: found.reminder,
    draft: draft && { snippet: snippetOfHtml(draft.bodyHtml), ...(handedBy ? { handedBy } : {}) },
    hit: null,
    category: found.category,
    campaign: found.campaign,
    mailbox: found.mailbox,
    assignee: found.assignee,
  };
}

function outboxOf(page: Found["page"], chain: Found["chain"]): ThreadRow["outbox"] {
  const { outboxAt: at, outboxState: state, outboxHeldReason: heldReason } = page;
  return at && state ? { state, heldReason, at: at.toISOString(), ...(chain ? { chain } : {}) } : null;
}
