import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** A file that a member uploaded for a reply. */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text("storage_key").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [index("uploads_member").on(table.memberId)],
);
