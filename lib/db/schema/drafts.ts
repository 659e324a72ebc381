import { bigint, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { DraftContent } from "@/lib/domain/draft";
import { at } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** What an author has written in a thread and not sent: one a thread and author. Its id becomes the reply's. */
export const drafts = pgTable(
  "drafts",
  {
    id: uuid().primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => members.id),
    content: jsonb().$type<DraftContent>().notNull(),
    savedAt: at("saved_at").notNull(),
    /** A teammate wrote it and handed it over, with a word about it. */
    handedById: uuid("handed_by_id").references(() => members.id),
    handedAt: at("handed_at"),
    handedNote: text("handed_note").notNull().default(""),
  },
  (table) => [
    unique("drafts_thread_author").on(table.threadId, table.authorId),
    index("drafts_newest").on(table.authorId, table.savedAt.desc(), table.threadId.desc()),
  ],
);
