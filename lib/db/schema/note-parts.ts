import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { members } from "./members";
import { threadNotes } from "./thread-notes";
import { uploads } from "./uploads";

/** Who is named in a note, and so told of it. */
export const noteMentions = pgTable(
  "note_mentions",
  {
    noteId: uuid("note_id")
      .notNull()
      .references(() => threadNotes.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.memberId] })],
);

/** Files that lie with a note; they never leave by mail. */
export const noteFiles = pgTable(
  "note_files",
  {
    noteId: uuid("note_id")
      .notNull()
      .references(() => threadNotes.id),
    uploadId: uuid("upload_id")
      .notNull()
      .references(() => uploads.id),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.uploadId] }), index("note_files_upload").on(table.uploadId)],
);
