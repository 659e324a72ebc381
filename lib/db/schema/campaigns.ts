import { bigint, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clients } from "./clients";
import { at, id } from "./columns";
import { leads } from "./leads";
import { mailboxes } from "./mailboxes";
import { workspaces } from "./workspaces";

/** A campaign has a number (the API's `campaignId`). `directMailboxId` marks a mailbox's own campaign "Direct". */
export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    number: bigint({ mode: "number" }).notNull(),
    name: text().notNull(),
    directMailboxId: uuid("direct_mailbox_id")
      .unique()
      .references(() => mailboxes.id),
    /** When the machine may write to its leads, on the lead's own clock; null is always. As for a mailbox, whose window holds besides. */
    windowDays: integer("window_days").array(),
    windowStart: text("window_start"),
    windowEnd: text("window_end"),
    /** For whom it is run. */
    clientId: uuid("client_id").references(() => clients.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [unique("campaigns_number").on(table.workspaceId, table.number)],
);

export const campaignMailboxes = pgTable(
  "campaign_mailboxes",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.mailboxId] })],
);

export const campaignLeads = pgTable(
  "campaign_leads",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    leadId: uuid("lead_id")
      .notNull()
      .references(() => leads.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.leadId] })],
);
