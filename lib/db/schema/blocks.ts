import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, citext, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** Addresses and domains that no reply may go to, in To, Cc or Bcc. */
export const blocks = pgTable(
  "blocks",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    kind: text({ enum: ["address", "domain"] }).notNull(),
    value: citext("value").notNull(),
    createdById: uuid("created_by_id").references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [unique("blocks_value").on(table.workspaceId, table.value)],
);
