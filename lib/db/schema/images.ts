import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { at, citext, id } from "./columns";
import { members } from "./members";
import { messages } from "./messages";
import { workspaces } from "./workspaces";

const workspaceId = () =>
  uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id);

/** A member wants to see the pictures of one message, or of all that a sender writes. Exactly one of the two is set. */
export const imageConsents = pgTable(
  "image_consents",
  {
    id: id(),
    workspaceId: workspaceId(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    messageId: uuid("message_id").references(() => messages.id),
    sender: citext("sender"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("image_consents_message")
      .on(table.memberId, table.messageId)
      .where(sql`message_id is not null`),
    uniqueIndex("image_consents_sender")
      .on(table.memberId, table.sender)
      .where(sql`sender is not null`),
  ],
);

/** A picture from elsewhere as the proxy fetched it, kept in the storage; or why it could not be had. */
export const proxiedImages = pgTable(
  "proxied_images",
  {
    workspaceId: workspaceId(),
    /** SHA-256 of its address, in hex. */
    urlHash: text("url_hash").notNull(),
    contentType: text("content_type"),
    size: integer(),
    storageKey: text("storage_key"),
    /** A closed word where it could not be fetched: then there is no file. */
    problem: text(),
    fetchedAt: at("fetched_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.urlHash] }),
    index("proxied_images_fetched").on(table.fetchedAt),
  ],
);
