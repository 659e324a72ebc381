import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
    /** All of it is there; until then parts come in, and a lost connection goes on where it stopped. */
    isWhole: boolean("is_whole").notNull().default(true),
  },
  (table) => [index("uploads_member").on(table.memberId)],
);

/** A part of a file that is still coming in, each an object of its own in the storage, so that any instance takes the next one. */
export const uploadParts = pgTable(
  "upload_parts",
  {
    uploadId: uuid("upload_id")
      .notNull()
      .references(() => uploads.id, { onDelete: "cascade" }),
    offset: integer().notNull(),
    size: integer().notNull(),
    storageKey: text("storage_key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.offset] })],
);
