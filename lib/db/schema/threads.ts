import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { HELD_REASONS, REPLY_STATUSES } from "@/lib/domain/reply-state";
import { campaigns } from "./campaigns";
import { categories } from "./categories";
import { at } from "./columns";
import { leads } from "./leads";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { workspaces } from "./workspaces";

/**
 * A lead's thread in one mailbox. The row carries all that a list shows, so that no list reads messages.
 * `kind`: `lead` belongs to a lead and a campaign; `untracked` is a stranger's; `bulk` is list mail and newsletters, out of the inbox.
 */
export const threads = pgTable(
  "threads",
  {
    /** The contract's `id`, and the number in the address. */
    id: bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity({ startWith: 1000 }),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    kind: text({ enum: ["lead", "untracked", "bulk"] }).notNull(),
    /** By whom its replies leave: its mailbox's own server, or Smartlead. */
    engine: text({ enum: ["mailbox", "smartlead"] })
      .notNull()
      .default("mailbox"),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id),
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    leadId: uuid("lead_id").references(() => leads.id),
    subject: text().notNull().default(""),
    /** The subject without Re:, Fwd: and the like, in lower case. */
    baseSubject: text("base_subject").notNull().default(""),
    lastMessageAt: at("last_message_at").notNull(),
    lastMessageId: uuid("last_message_id"),
    lastDirection: text("last_direction", { enum: ["in", "out"] }).notNull(),
    /** Who wrote last, as shown; the lead's or stranger's name and address for the list's first line. */
    lastFrom: text("last_from").notNull().default(""),
    contactName: text("contact_name").notNull().default(""),
    contactAddress: text("contact_address").notNull().default(""),
    snippet: text().notNull().default(""),
    messageCount: integer("message_count").notNull().default(0),
    unreadCount: integer("unread_count").notNull().default(0),
    hasAttachments: boolean("has_attachments").notNull().default(false),
    /** The newest message that is not automatic is theirs: somebody waits for an answer. */
    isAwaitingAnswer: boolean("is_awaiting_answer").notNull().default(false),
    /** Since when: the first of their messages that nobody has answered. Null unless somebody waits. */
    awaitingSince: at("awaiting_since"),
    /** Our newest message that is no step of a campaign: somebody wrote it. */
    lastSentAt: at("last_sent_at"),
    isImportant: boolean("is_important").notNull().default(false),
    categoryId: uuid("category_id").references(() => categories.id),
    /** Who gave the category: a person, the rules, or the likeness to what a person corrected. Null while there is none. */
    categorySource: text("category_source", { enum: ["person", "rule", "example"] }),
    /** Why: a closed word, a colon and what was found; the id of the member where a person gave it. */
    categoryBecause: text("category_because"),
    assigneeId: uuid("assignee_id").references(() => members.id),
    /** Since when it is theirs. */
    assignedAt: at("assigned_at"),
    archivedAt: at("archived_at"),
    /** The earliest scheduled reply, and how many replies need a person (failed, unknown, held). */
    nextReplyAt: at("next_reply_at"),
    troubleCount: integer("trouble_count").notNull().default(0),
    /** What the outbox holds: when the first of it is due, and how the worst of it stands. Null when it holds nothing. */
    outboxAt: at("outbox_at"),
    outboxState: text("outbox_state", { enum: REPLY_STATUSES }),
    outboxHeldReason: text("outbox_held_reason", { enum: HELD_REASONS }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("threads_all").on(table.workspaceId, table.kind, table.lastMessageAt.desc(), table.id.desc()),
    index("threads_newest")
      .on(table.workspaceId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`kind <> 'bulk'`),
    index("threads_waiting")
      .on(table.workspaceId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`is_awaiting_answer and archived_at is null and kind = 'lead'`),
    index("threads_assignee").on(table.workspaceId, table.assigneeId, table.lastMessageAt.desc(), table.id.desc()),
    index("threads_lead").on(table.leadId),
    index("threads_mailbox").on(table.mailboxId, table.lastMessageAt.desc(), table.id.desc()),
    index("threads_campaign").on(table.campaignId, table.lastMessageAt.desc(), table.id.desc()),
    index("threads_unread")
      .on(table.workspaceId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`unread_count > 0 and archived_at is null and kind = 'lead'`),
    index("threads_done")
      .on(table.workspaceId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`archived_at is not null and kind <> 'bulk'`),
    index("threads_waiting_longest")
      .on(table.workspaceId, table.awaitingSince, table.id)
      .where(sql`is_awaiting_answer and archived_at is null and kind = 'lead'`),
    index("threads_important")
      .on(table.workspaceId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`is_important and archived_at is null and kind <> 'bulk'`),
    index("threads_sent")
      .on(table.workspaceId, table.lastSentAt.desc(), table.id.desc())
      .where(sql`last_sent_at is not null and kind <> 'bulk'`),
    index("threads_outbox")
      .on(table.workspaceId, table.outboxAt, table.id)
      .where(sql`outbox_at is not null`),
    index("threads_category")
      .on(table.workspaceId, table.categoryId, table.lastMessageAt.desc(), table.id.desc())
      .where(sql`archived_at is null and kind = 'lead'`),
  ],
);
