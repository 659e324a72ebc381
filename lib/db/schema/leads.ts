import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, citext, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

export const leads = pgTable(
  "leads",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    email: citext("email").notNull(),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    company: text().notNull().default(""),
    title: text().notNull().default(""),
    phone: text().notNull().default(""),
    website: text().notNull().default(""),
    linkedin: text().notNull().default(""),
    location: text().notNull().default(""),
    timeZone: text("time_zone"),
    /** ISO 3166-1 alpha-2, in capitals; null where nobody has said. */
    country: text(),
    customFields: jsonb("custom_fields").$type<Record<string, string>>().notNull().default({}),
    unsubscribedAt: at("unsubscribed_at"),
    doNotContactAt: at("do_not_contact_at"),
    /** A permanent bounce: this address will never work. */
    bouncedAt: at("bounced_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("leads_email").on(table.workspaceId, table.email),
    // By the beginnings of names, as ranges of bytes that serve databases of any locale.
    index("leads_by_name").on(
      table.workspaceId,
      sql`(lower(${table.firstName} || ' ' || ${table.lastName}) collate "C")`,
    ),
    index("leads_by_surname").on(table.workspaceId, sql`(lower(${table.lastName}) collate "C")`),
    index("leads_by_company").on(table.workspaceId, sql`(lower(${table.company}) collate "C")`),
    index("leads_by_address").on(table.workspaceId, sql`(lower(${table.email}::text) collate "C")`),
    index("leads_by_domain").on(table.workspaceId, sql`(lower(split_part(${table.email}::text, '@', 2)) collate "C")`),
  ],
);

/** Further addresses a lead writes from: a person said so. */
export const leadAddresses = pgTable(
  "lead_addresses",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    address: citext("address").notNull(),
    leadId: uuid("lead_id")
      .notNull()
      .references(() => leads.id),
    addedById: uuid("added_by_id").references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.address] }),
    index("lead_addresses_lead").on(table.leadId),
  ],
);
