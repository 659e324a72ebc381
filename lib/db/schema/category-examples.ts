import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { categories } from "./categories";
import { at, id } from "./columns";
import { members } from "./members";
import { messages } from "./messages";
import { workspaces } from "./workspaces";

/** A message whose category a person corrected. What reads alike gets the same one. */
export const categoryExamples = pgTable(
  "category_examples",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id),
    /** Null: no category at all. */
    categoryId: uuid("category_id").references(() => categories.id),
    /** The words that are compared: of the visible text, in lower case, each once. */
    words: text().array().notNull(),
    setById: uuid("set_by_id")
      .notNull()
      .references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("category_examples_message").on(table.workspaceId, table.messageId),
    index("category_examples_newest").on(table.workspaceId, table.createdAt.desc()),
  ],
);
