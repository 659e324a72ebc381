import { integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { id } from "./columns";
import { workspaces } from "./workspaces";

/** The kinds name the marks of the design: interested, meeting, info, ooo, wrong, not, dnc, bounce, none. */
export const categories = pgTable(
  "categories",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    name: text().notNull(),
    kind: text({ enum: ["interested", "meeting", "info", "ooo", "wrong", "not", "dnc", "bounce", "none"] }).notNull(),
    sentiment: text({ enum: ["positive", "neutral", "negative"] }).notNull(),
    position: integer().notNull(),
  },
  (table) => [unique("categories_name").on(table.workspaceId, table.name)],
);
