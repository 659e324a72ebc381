import { bigint, boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { mailboxFolders } from "./mailboxes";
import { messages } from "./messages";

/** Where a message lies on the server. It stays ours when it is gone there. */
export const messagePlaces = pgTable(
  "message_places",
  {
    folderId: uuid("folder_id")
      .notNull()
      .references(() => mailboxFolders.id),
    uid: bigint({ mode: "number" }).notNull(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id),
    isSeen: boolean("is_seen").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.folderId, table.uid] }),
    index("message_places_message").on(table.messageId),
  ],
);
