import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea, id } from "./columns";
import { workspaces } from "./workspaces";

/** What the sandbox's transport was handed instead of a mail server. */
export const sandboxDeliveries = pgTable(
  "sandbox_deliveries",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    messageId: text("message_id").notNull(),
    recipients: text().array().notNull(),
    raw: bytea("raw").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [index("sandbox_deliveries_message_id").on(table.workspaceId, table.messageId)],
);
