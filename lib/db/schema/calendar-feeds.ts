import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

/** A member's schedule as an address that calendar programs subscribe to. Only a hash of its secret is kept; a new one takes its place. */
export const calendarFeeds = pgTable("calendar_feeds", {
  id: id(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  memberId: uuid("member_id")
    .notNull()
    .unique()
    .references(() => members.id),
  secretHash: text("secret_hash").notNull().unique(),
  createdAt: at("created_at").notNull().defaultNow(),
  lastReadAt: at("last_read_at"),
});
