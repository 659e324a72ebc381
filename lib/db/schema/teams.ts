import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { clients } from "./clients";
import { at, id } from "./columns";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** People who work together: what is given to a team is given to each of them. */
export const teams = pgTable(
  "teams",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    name: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [unique("teams_name").on(table.workspaceId, table.name)],
);

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.memberId] }), index("team_members_member").on(table.memberId)],
);

/**
 * What a member who does not see everything may see: the threads of a mailbox, of a campaign, or of all campaigns of a client.
 * Given to one member or to a team.
 */
export const accessGrants = pgTable(
  "access_grants",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    memberId: uuid("member_id").references(() => members.id),
    teamId: uuid("team_id").references(() => teams.id, { onDelete: "cascade" }),
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id),
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    clientId: uuid("client_id").references(() => clients.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    check("access_grants_whose", sql`num_nonnulls(${table.memberId}, ${table.teamId}) = 1`),
    check("access_grants_what", sql`num_nonnulls(${table.mailboxId}, ${table.campaignId}, ${table.clientId}) = 1`),
    unique("access_grants_once")
      .on(table.memberId, table.teamId, table.mailboxId, table.campaignId, table.clientId)
      .nullsNotDistinct(),
    index("access_grants_team").on(table.teamId),
  ],
);
