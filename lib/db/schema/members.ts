import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Preferences } from "@/lib/domain/preferences";
import { ROLES } from "@/lib/domain/roles";
import { at, citext, id } from "./columns";
import { workspaces } from "./workspaces";

export const members = pgTable(
  "members",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    email: citext("email").notNull().unique(),
    name: text().notNull(),
    passwordHash: text("password_hash"),
    role: text({ enum: ROLES }).notNull(),
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Who this is at Smartlead (`team_member_id`), as an admin said. */
    smartleadMemberId: text("smartlead_member_id"),
    /** How long the server holds a composer's reply so that it can be undone. */
    undoSeconds: integer("undo_seconds").notNull().default(10),
    /** What differs from the defaults. */
    preferences: jsonb().$type<Partial<Preferences>>().notNull().default({}),
    /** Whether every thread of the workspace is theirs to see; else what `access_grants` say, and what is assigned to them. */
    seesAll: boolean("sees_all").notNull().default(true),
    /** Working hours by their own clock: ISO weekdays (1 is Monday) and wall times ("09:00"). */
    workDays: integer("work_days")
      .array()
      .notNull()
      .default(sql`'{1,2,3,4,5}'`),
    workStart: text("work_start").notNull().default("09:00"),
    workEnd: text("work_end").notNull().default("18:00"),
    /** Who this is at the provider of OIDC_ISSUER (issuer, blank, `sub`), once they have signed in by it. */
    oidcSubject: text("oidc_subject"),
    createdAt: at("created_at").notNull().defaultNow(),
    deactivatedAt: at("deactivated_at"),
  },
  (table) => [unique("members_oidc_subject").on(table.oidcSubject)],
);
