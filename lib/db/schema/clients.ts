import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { workspaces } from "./workspaces";

/** For whom campaigns are run (an agency's customer). */
export const clients = pgTable(
  "clients",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    name: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [unique("clients_name").on(table.workspaceId, table.name)],
);
