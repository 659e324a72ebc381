import { type SQL, sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Bounce } from "@/lib/domain/bounce";
import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Invitation } from "@/lib/domain/invitation";
import { MESSAGE_WRITERS } from "@/lib/domain/message-writer";
import type { Party } from "@/lib/domain/party";
import { at, bytea, citext, id, tsvector } from "./columns";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** One row a workspace, mailbox and Message-ID; parsed, threaded and sanitised when it is stored. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id),
    direction: text({ enum: ["in", "out"] }).notNull(),
    /** Without angle brackets. A message that came without one gets a stable hash of itself. */
    messageId: text("message_id").notNull(),
    /** The contract's emailStatsId. */
    statsId: text("stats_id").notNull(),
    inReplyTo: text("in_reply_to")
      .array()
      .notNull()
      .default(sql`'{}'`),
    references: text("references")
      .array()
      .notNull()
      .default(sql`'{}'`),
    fromName: text("from_name").notNull().default(""),
    fromAddress: citext("from_address").notNull().default(""),
    replyTo: jsonb("reply_to").$type<Party[]>().notNull().default([]),
    to: jsonb("to").$type<Party[]>().notNull().default([]),
    cc: jsonb("cc").$type<Party[]>().notNull().default([]),
    bcc: jsonb("bcc").$type<Party[]>().notNull().default([]),
    subject: text().notNull().default(""),
    /** The Date header, or when we first saw it if that is missing or absurd. */
    sentAt: at("sent_at").notNull(),
    firstSeenAt: at("first_seen_at").notNull(),
    /** The readable text, and the part of it that is new (quoted history and signature left out). */
    text: text().notNull().default(""),
    visibleText: text("visible_text").notNull().default(""),
    /** Sanitised; empty when the message has plain text only. */
    html: text().notNull().default(""),
    isAutomatic: boolean("is_automatic").notNull().default(false),
    automaticReason: text("automatic_reason"),
    /** The day on which an automatic answer says that its writer is back, "2026-12-01". */
    returnDate: date("return_date", { mode: "string" }),
    /** What the rules take it for, and why: a closed word, a colon and what was found. */
    categoryKind: text("category_kind").$type<CategoryKind>(),
    categoryBecause: text("category_because"),
    /** Who wrote an inbound message of a lead's thread. */
    writer: text({ enum: MESSAGE_WRITERS }),
    /** It lay in Junk when it was found. */
    isJunk: boolean("is_junk").notNull().default(false),
    /** What the first calendar part (RFC 5545) invites to or answers. */
    invitation: jsonb().$type<Invitation>(),
    bounces: jsonb().$type<Bounce[]>().notNull().default([]),
    hasAttachments: boolean("has_attachments").notNull().default(false),
    size: integer().notNull().default(0),
    /** Pictures on other servers that wait for consent, and invisible ones that were dropped. */
    remoteImages: integer("remote_images").notNull().default(0),
    trackers: integer().notNull().default(0),
    /** How far the writer's clock was ahead of UTC by the Date header, in minutes; null where it does not say. */
    sentOffset: integer("sent_offset"),
    /** Why it could not be read in full (a closed word), else null. */
    parseProblem: text("parse_problem"),
    readAt: at("read_at"),
    authorId: uuid("author_id").references(() => members.id),
    /** The outbox row it was sent from. */
    replyId: uuid("reply_id"),
    step: integer(),
    /** Names of the files that hang below it, and what they are (`pdf`, `image` …), for the search. */
    fileNames: text("file_names").notNull().default(""),
    fileKinds: text("file_kinds")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The lead's name and company, kept by triggers, so that a search for either finds what they wrote. */
    leadText: text("lead_text").notNull().default(""),
    /**
     * Words without accents and case. Words of one field stand in it once more behind its name (`from:ana`), so that operators of
     * the search are looked up in the same index. `message_words` is a function of the migration `message_words`;
     * it stays within the row as long as there is room (migration `search_in_row`).
     */
    search: tsvector("search").generatedAlwaysAs((): SQL =>
      sql.raw(`public.message_words(subject, from_name, from_address::text, "to" || cc || bcc, file_names, file_kinds,
  has_attachments, lead_text, visible_text, is_automatic, bounces <> '[]'::jsonb)`),
    ),
  },
  (table) => [
    unique("messages_message_id").on(table.workspaceId, table.mailboxId, table.messageId),
    index("messages_thread").on(table.threadId, table.sentAt),
    index("messages_by_message_id").on(table.workspaceId, table.messageId),
    index("messages_stats").on(table.workspaceId, table.statsId),
    index("messages_from").on(table.workspaceId, table.fromAddress, table.firstSeenAt),
    // Whom we have written to: a stranger's mail asks.
    index("messages_recipients")
      .using("gin", sql`(${table.to} || ${table.cc} || ${table.bcc}) jsonb_path_ops`)
      .where(sql`direction = 'out'`),
    // A batch's words are put aside and sorted in together at its end (`sortInWords`): a fraction of the work of one by one.
    index("messages_search").using("gin", table.search).with({ fastupdate: true, gin_pending_list_limit: 1024 }),
    // What answers or refers to a message: a parent that comes late asks.
    index("messages_named")
      .using("gin", sql`(${table.inReplyTo} || ${table.references})`)
      .with({ fastupdate: false }),
    index("messages_newest").on(table.workspaceId, table.sentAt.desc()),
    // The calendar asks for returns and meetings, which few messages tell of.
    index("messages_returns")
      .on(table.workspaceId, table.returnDate)
      .where(sql`return_date is not null`),
    index("messages_meetings")
      .on(table.workspaceId, table.sentAt)
      .where(sql`invitation is not null`),
    // By the beginning of an address, as a range of bytes that serves databases of any locale.
    index("messages_by_sender").on(
      table.workspaceId,
      sql`(lower(${table.fromAddress}::text) collate "C")`,
      table.firstSeenAt,
    ),
  ],
);

/** The raw source (RFC 5322), byte for byte; PostgreSQL does not try to compress it (migration `ingest`). */
export const messageSources = pgTable("message_sources", {
  messageId: uuid("message_id")
    .primaryKey()
    .references(() => messages.id),
  raw: bytea("raw").notNull(),
});

export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id),
    position: integer().notNull(),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    contentId: text("content_id"),
    isInline: boolean("is_inline").notNull().default(false),
    storageKey: text("storage_key").notNull(),
  },
  (table) => [index("attachments_message").on(table.messageId)],
);
