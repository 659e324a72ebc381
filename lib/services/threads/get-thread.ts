import { aliasedTable, and, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, categories, leads, mailboxes, members, threads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { leadName } from "@/lib/domain/lead-name";
import { roleMay } from "@/lib/domain/permissions";
import type { MessageView } from "@/lib/domain/message-view";
import type { PersonView } from "@/lib/domain/person-view";
import type { CategoryWhy, LeadView, ThreadView } from "@/lib/domain/thread-view";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { wantedBack } from "@/lib/services/reminders/wanted-back";
import { threadClock } from "@/lib/services/leads/thread-clock";
import { threadCountry } from "@/lib/services/leads/thread-country";
import { findSurvivingThread } from "./find-surviving-thread";
import type { GetThreadInput } from "./schemas";
import { smartleadOfThread } from "./smartlead-of-thread";
import { threadMessages } from "./thread-messages";
import { threadReplies } from "./thread-replies";

/**
 * A thread as its page shows it: lead, messages (oldest first), what is in the outbox for it, and the ids that the API wants.
 * Bodies in HTML are not in it; each is shown by its own frame. The number of a thread that was merged into another one
 * leads to that one, whose `id` then differs from the one asked for.
 * @throws AppError `not_found` for a thread that is not there or another workspace's
 */
export async function getThread(ctx: Context, input: GetThreadInput): Promise<ThreadView> {
  may(ctx.actor, "thread.read");
  const readAt = ctx.now().toISOString();
  const found = (await threadOf(ctx, input.threadId)) ?? (await mergedThread(ctx, input.threadId));
  if (!found) throw new AppError("not_found", { reason: "thread" });
  const { thread, lead, campaign, directNumber, category, mailbox, assignee, chooser } = found;
  const threadId = thread.id;
  const campaignNumber = campaign?.number ?? directNumber;
  const contact = lead
    ? { name: leadName(lead) || thread.contactName, address: lead.email }
    : { name: thread.contactName, address: thread.contactAddress };
  // Begun here, so that messages and addresses are read at once; its failure is heard by the line below.
  const ownAddresses = addressesOfMailboxes(ctx);
  const [own, messages, smartlead, clock, country, replies] = await Promise.all([
    ownAddresses,
    threadMessages(ctx, { threadId, campaignNumber, lead, ownAddresses }),
    smartleadOfThread(ctx.db, thread),
    threadClock(ctx, { lead, address: contact.address }),
    threadCountry(ctx, lead),
    roleMay(ctx.actor.role, "plan.read") ? threadReplies(ctx, threadId) : [],
  ]);
  const newest = messages.at(-1);
  return {
    id: thread.id,
    kind: thread.kind,
    subject: thread.subject,
    isArchived: thread.archivedAt !== null,
    isAwaitingAnswer: thread.isAwaitingAnswer,
    isImportant: thread.isImportant,
    snooze: found.snooze,
    reminder: found.reminder,
    unreadCount: thread.unreadCount,
    lastMessageAt: (newest ? new Date(newest.sentAt) : thread.lastMessageAt).toISOString(),
    category,
    categoryWhy: whyOf(thread, chooser),
    assignee,
    campaign,
    mailbox,
    smartlead,
    lead: lead && leadView(lead),
    clock,
    country,
    contact,
    ownAddresses: ctx.actor.scope === null ? own : ownIn(messages, [mailbox.address, ...own]),
    readAt,
    messages,
    replies,
  };
}

const THREAD = sql`threads.id`;

/** Who chose the category: `category_because` is the member's id then. */
const choosers = aliasedTable(members, "choosers");

async function threadOf({ actor, db }: Context, threadId: number) {
  const [found] = await db
    .select({
      thread: threads,
      lead: leads,
      campaign: {
        id: campaigns.id,
        number: campaigns.number,
        name: campaigns.name,
        isDirect: sql<boolean>`${campaigns.directMailboxId} is not null`,
      },
      /** The number of the mailbox's own campaign, in which a stranger who is answered becomes a lead. */
      directNumber: sql<
        number | null
      >`(select number from campaigns where direct_mailbox_id = ${mailboxes.id})`.mapWith(Number),
      category: { id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment },
      mailbox: {
        id: mailboxes.id,
        address: mailboxes.address,
        displayName: mailboxes.displayName,
        colour: mailboxes.colour,
        signatureHtml: mailboxes.signatureHtml,
        state: mailboxes.state,
        stateReason: mailboxes.stateReason,
        sizeLimit: mailboxes.sizeLimit,
        timeZone: mailboxes.timeZone,
        isRemoved: sql<boolean>`${mailboxes.removedAt} is not null`,
      },
      assignee: { id: members.id, name: members.name },
      snooze: wantedBack(actor.memberId, "snooze", THREAD),
      reminder: wantedBack(actor.memberId, "reminder", THREAD),
      chooser: { id: choosers.id, name: choosers.name },
    })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .leftJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(members, eq(members.id, threads.assigneeId))
    .leftJoin(
      choosers,
      and(
        eq(choosers.workspaceId, threads.workspaceId),
        eq(threads.categorySource, "person"),
        sql`${choosers.id}::text = ${threads.categoryBecause}`,
      ),
    )
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  return found;
}

async function mergedThread(ctx: Context, formerId: number) {
  const threadId = await findSurvivingThread(ctx.db, ctx.actor.workspaceId, formerId);
  return threadId === null ? undefined : threadOf(ctx, threadId);
}

/** What a person chose names the person; a thread that was categorised before this was kept says nothing. */
function whyOf(
  { categorySource, categoryBecause }: typeof threads.$inferSelect,
  by: PersonView | null,
): CategoryWhy | null {
  if (categorySource === null) return null;
  return categorySource === "person"
    ? { source: "person", by }
    : { source: categorySource, reason: categoryBecause ?? "" };
}

async function addressesOfMailboxes({ actor, db }: Context): Promise<string[]> {
  const rows = await db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, actor.workspaceId));
  return rows.map(({ address }) => address);
}

/** Who is narrowed learns of no other mailboxes than those that write in the thread or are written to. */
function ownIn(messages: MessageView[], [mailbox, ...own]: [string, ...string[]]): string[] {
  const named = messages.flatMap(({ from, replyTo, to, cc }) => [from, ...replyTo, ...to, ...cc]);
  const keys = new Set([mailbox, ...named.map(({ address }) => address)].map(addressKey));
  return own.filter((address) => keys.has(addressKey(address)));
}

function leadView(lead: typeof leads.$inferSelect): LeadView {
  const { id, email, firstName, lastName, company, title, phone, website, linkedin, location, country, timeZone } =
    lead;
  return {
    id,
    email,
    firstName,
    lastName,
    company,
    title,
    phone,
    website,
    linkedin,
    location,
    country,
    timeZone,
    customFields: lead.customFields,
    unsubscribedAt: lead.unsubscribedAt?.toISOString() ?? null,
    doNotContactAt: lead.doNotContactAt?.toISOString() ?? null,
    bouncedAt: lead.bouncedAt?.toISOString() ?? null,
  };
}
