import { type SQL, sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Bounce } from "@/lib/domain/bounce";
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
    bounces: jsonb().$type<Bounce[]>().notNull().default([]),
    hasAttachments: boolean("has_attachments").notNull().default(false),
    size: integer().notNull().default(0),
    /** Why it could not be read in full (a closed word), else null. */
    parseProblem: text("parse_problem"),
    readAt: at("read_at"),
    authorId: uuid("author_id").references(() => members.id),
    /** The outbox row it was sent from. */
    replyId: uuid("reply_id"),
    step: integer(),
    /** Addresses stand in it whole and in their parts, so that a name, a domain or the beginning of either finds them. */
    search: tsvector("search").generatedAlwaysAs(
      (): SQL =>
        sql`setweight(to_tsvector('simple', coalesce(subject, '')), 'A') || setweight(to_tsvector('simple', coalesce(from_name, '') || ' ' || coalesce(from_address::text, '') || ' ' || replace(coalesce(from_address::text, ''), '@', ' ')), 'B') || setweight(jsonb_to_tsvector('simple', "to" || cc, '["string"]'), 'C') || setweight(to_tsvector('simple', translate(jsonb_path_query_array("to" || cc, '$[*].address')::text, '@"[],', '     ')), 'C') || to_tsvector('simple', left(coalesce(visible_text, ''), 100000))`,
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
    index("messages_search").using("gin", table.search),
    index("messages_newest").on(table.workspaceId, table.sentAt.desc()),
  ],
);

/** The raw source (RFC 5322), byte for byte. */
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
