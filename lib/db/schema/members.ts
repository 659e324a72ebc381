import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Preferences } from "@/lib/domain/preferences";
import { ROLES } from "@/lib/domain/roles";
import { at, citext, id } from "./columns";
import { workspaces } from "./workspaces";

export const members = pgTable("members", {
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
  createdAt: at("created_at").notNull().defaultNow(),
  deactivatedAt: at("deactivated_at"),
});
