import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** What members tell each other about a thread; nobody outside sees it. */
export const threadNotes = pgTable(
  "thread_notes",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    authorId: uuid("author_id").references(() => members.id),
    text: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at"),
    /** Taken back by its author. */
    removedAt: at("removed_at"),
  },
  (table) => [index("thread_notes_thread").on(table.threadId, table.createdAt)],
);
