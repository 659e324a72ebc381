import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  SMARTLEAD_CALL_KINDS,
  SMARTLEAD_ENDPOINTS,
  SMARTLEAD_ROW_SOURCES,
  SMARTLEAD_STATES,
} from "@/lib/domain/smartlead";
import { campaigns } from "./campaigns";
import { categories } from "./categories";
import { at, id } from "./columns";
import { leads } from "./leads";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { messages } from "./messages";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

const workspaceId = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id);
const connectionId = () =>
  uuid("connection_id")
    .notNull()
    .references(() => smartleadConnections.id);

/** An account at Smartlead whose campaigns are answered here. Its ids are numbers of Smartlead, kept as texts. */
export const smartleadConnections = pgTable(
  "smartlead_connections",
  {
    id: id(),
    workspaceId: workspaceId(),
    /** The API key, sealed; null once disconnected. */
    key: text(),
    /** Its last four characters, and the hash that its budget of calls goes by. */
    keyHint: text("key_hint").notNull(),
    keyHash: text("key_hash").notNull(),
    /** By which of the two endpoints replies leave, and which one `auto` has found to answer. */
    endpoint: text({ enum: [...SMARTLEAD_ENDPOINTS, "auto"] })
      .notNull()
      .default("auto"),
    foundEndpoint: text("found_endpoint", { enum: SMARTLEAD_ENDPOINTS }),
    /** Scheduled replies are given to Smartlead when they are accepted, not at their time. */
    handsOver: boolean("hands_over").notNull().default(false),
    /** The secret in the webhook's address (sealed, and its hash to find it by), and the one that signs its bodies, if any. */
    webhookSecret: text("webhook_secret").notNull(),
    webhookHash: text("webhook_hash").notNull().unique(),
    signingSecret: text("signing_secret"),
    state: text({ enum: SMARTLEAD_STATES }).notNull().default("new"),
    /** A closed word ("auth", "network", "limit") while `failing`. */
    stateReason: text("state_reason"),
    stateDetail: text("state_detail"),
    stateSince: at("state_since").notNull().defaultNow(),
    /** Pages of replies that the first sync has read to the end, how many there are, and when it was through. */
    firstSyncOffset: integer("first_sync_offset").notNull().default(0),
    repliesFound: integer("replies_found"),
    firstSyncedAt: at("first_synced_at"),
    /** When replies were last asked for, and the newest one's time, from which the next look goes on. */
    lastPolledAt: at("last_polled_at"),
    polledTo: at("polled_to"),
    pollRequestedAt: at("poll_requested_at"),
    nextAttemptAt: at("next_attempt_at"),
    leaseOwner: uuid("lease_owner"),
    leaseUntil: at("lease_until"),
    createdById: uuid("created_by_id").references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
    disconnectedAt: at("disconnected_at"),
  },
  (table) => [index("smartlead_connections_workspace").on(table.workspaceId)],
);

/** A campaign at Smartlead. Only chosen ones are read; once read, it has a campaign here. */
export const smartleadCampaigns = pgTable(
  "smartlead_campaigns",
  {
    id: id(),
    workspaceId: workspaceId(),
    connectionId: connectionId(),
    remoteId: text("remote_id").notNull(),
    name: text().notNull(),
    status: text().notNull().default(""),
    /** `scheduler_cron_value` as it came. */
    schedule: jsonb().$type<Record<string, unknown>>(),
    isChosen: boolean("is_chosen").notNull().default(false),
    campaignId: uuid("campaign_id")
      .unique()
      .references(() => campaigns.id),
  },
  (table) => [
    unique("smartlead_campaigns_remote").on(table.workspaceId, table.remoteId),
    index("smartlead_campaigns_connection").on(table.connectionId),
  ],
);

/** An email account at Smartlead; a mailbox of the same address that is read here by IMAP is the same mailbox. */
export const smartleadMailboxes = pgTable(
  "smartlead_mailboxes",
  {
    mailboxId: uuid("mailbox_id")
      .primaryKey()
      .references(() => mailboxes.id),
    workspaceId: workspaceId(),
    connectionId: connectionId(),
    remoteId: text("remote_id").notNull(),
  },
  (table) => [unique("smartlead_mailboxes_remote").on(table.workspaceId, table.remoteId)],
);

/** Smartlead's categories and ours of the same name. */
export const smartleadCategories = pgTable(
  "smartlead_categories",
  {
    connectionId: connectionId(),
    remoteId: text("remote_id").notNull(),
    name: text().notNull(),
    sentiment: text(),
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "set null" }),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.remoteId] })],
);

/** A lead in a campaign at Smartlead (`email_lead_map_id`) and the thread that it is here. */
export const smartleadLeads = pgTable(
  "smartlead_leads",
  {
    id: id(),
    workspaceId: workspaceId(),
    connectionId: connectionId(),
    campaignId: uuid("smartlead_campaign_id")
      .notNull()
      .references(() => smartleadCampaigns.id),
    /** `email_lead_map_id`; histories are asked for by the other one, `email_lead_id`. */
    leadMapId: text("lead_map_id").notNull(),
    remoteLeadId: text("remote_lead_id").notNull(),
    leadId: uuid("lead_id")
      .notNull()
      .references(() => leads.id),
    threadId: bigint("thread_id", { mode: "number" }).references(() => threads.id),
    status: text().notNull().default(""),
    remoteCategoryId: text("remote_category_id"),
    isUnread: boolean("is_unread"),
    lastReplyAt: at("last_reply_at"),
    /** When its history was last read. */
    sweptAt: at("swept_at"),
    /** The row as it came, without its history: what is not understood yet is kept. */
    row: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    unique("smartlead_leads_map").on(table.workspaceId, table.leadMapId),
    index("smartlead_leads_thread").on(table.threadId),
    index("smartlead_leads_lead").on(table.leadId),
    index("smartlead_leads_sweep").on(table.connectionId, table.sweptAt),
  ],
);

/** A message as Smartlead told it. */
export const smartleadMessages = pgTable(
  "smartlead_messages",
  {
    messageId: uuid("message_id")
      .primaryKey()
      .references(() => messages.id),
    connectionId: connectionId(),
    raw: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index("smartlead_messages_connection").on(table.connectionId)],
);

/** The calls of the last minutes, by which all processes keep to one budget a key. */
export const smartleadCalls = pgTable(
  "smartlead_calls",
  {
    id: id(),
    keyHash: text("key_hash").notNull(),
    kind: text({ enum: SMARTLEAD_CALL_KINDS }).notNull(),
    at: at("at").notNull(),
  },
  (table) => [index("smartlead_calls_key").on(table.keyHash, table.at)],
);

/** What holds for all calls of a key; whoever takes one locks this row. */
export const smartleadBudgets = pgTable("smartlead_budgets", {
  keyHash: text("key_hash").primaryKey(),
  /** Smartlead has told us to wait (429). */
  blockedUntil: at("blocked_until"),
  /** A person's call waits: whatever else wants to call lets it go first. */
  personUntil: at("person_until"),
  /** What Smartlead's own headers said last. */
  remoteLimit: integer("remote_limit"),
  remoteRemaining: integer("remote_remaining"),
  remoteResetAt: at("remote_reset_at"),
});

/** A webhook's delivery, worked off by a job. */
export const smartleadWebhooks = pgTable(
  "smartlead_webhooks",
  {
    id: id(),
    workspaceId: workspaceId(),
    connectionId: connectionId(),
    /** `X-Request-Id`, else what the event is about: deliveries are repeated. */
    dedupeKey: text("dedupe_key").notNull(),
    eventType: text("event_type").notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    receivedAt: at("received_at").notNull(),
    handledAt: at("handled_at"),
  },
  (table) => [unique("smartlead_webhooks_dedupe").on(table.connectionId, table.dedupeKey)],
);

/** What Smartlead sent and could not be understood; it stops nothing and is shown with its raw body. */
export const smartleadBrokenRows = pgTable(
  "smartlead_broken_rows",
  {
    id: id(),
    workspaceId: workspaceId(),
    connectionId: connectionId(),
    source: text({ enum: SMARTLEAD_ROW_SOURCES }).notNull(),
    hash: text().notNull(),
    raw: text().notNull(),
    /** Where it is wrong: paths of fields. */
    reason: text().notNull(),
    firstSeenAt: at("first_seen_at").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
    times: integer().notNull().default(1),
  },
  (table) => [unique("smartlead_broken_rows_hash").on(table.connectionId, table.hash)],
);
